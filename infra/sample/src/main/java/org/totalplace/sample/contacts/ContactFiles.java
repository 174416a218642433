package org.totalplace.sample.contacts;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.totalplace.sample.people.Household;
import org.totalplace.sample.people.KnowingAgency;
import org.totalplace.sample.people.Person;
import org.totalplace.sample.place.Delivery;
import org.totalplace.sample.place.Draw;
import org.totalplace.sample.place.Feed;
import org.totalplace.sample.place.Json;
import org.totalplace.sample.place.OutputFolder;

/** Writes the agencies' contacts as residents come, and beside them which resident and stage each belongs to. */
public final class ContactFiles implements AutoCloseable {

    private static final List<String> TRUTH = List.of(
            "person", "agency", "references", "recordId", "service", "type", "start", "end", "units", "map", "stage");
    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ENGLISH);

    /** References from here on belong to nobody in the people feeds. */
    private static final int UNKNOWN = 9_000_000;

    private final long seed;
    private final CsvWriter truth;
    private final CsvWriter unknown;
    private final CsvWriter county;
    private final CsvWriter trust;
    private final CsvWriter probation;
    private final Writer housing;
    private final Map<KnowingAgency, Long> rows = new EnumMap<>(KnowingAgency.class);
    private int unknownPersons;

    public ContactFiles(OutputFolder out, long seed) throws IOException {
        this.seed = seed;
        truth = out.csv("truth/contacts.csv", TRUTH);
        unknown = out.csv("truth/contacts-unknown.csv", TRUTH);
        county = out.csv(
                file(KnowingAgency.COUNTY),
                List.of(
                        "Record ID",
                        "Person ID",
                        "Service Code",
                        "Contact Type",
                        "Start Date",
                        "End Date",
                        "Units",
                        "Outcome"));
        trust = out.csv(
                file(KnowingAgency.NHS_TRUST),
                List.of("recordId", "reference", "service", "type", "start", "end", "units"));
        probation = out.csv(
                file(KnowingAgency.PROBATION),
                List.of("Contact ID", "Client ID", "Service", "Type", "Start", "End", "Units"));
        housing = out.text(file(KnowingAgency.HOUSING), StandardCharsets.UTF_8);
    }

    /**
     * Writes the year of everybody in the household.
     *
     * @return the residents with at least one contact in a {@code support} stage
     */
    public Set<Person> write(Household household) throws IOException {
        Set<Person> supported = new HashSet<>();
        for (Person person : household.persons()) {
            for (Contact contact : Pathway.of(household, person, this::nextRecordId, seed)) {
                write(contact);
                note(truth, person.id(), contact);
                if ("support".equals(contact.step().stage())) {
                    supported.add(person);
                }
                if (Draw.of(seed, "stray", contact.recordId()).percent(1.2)) {
                    writeStray(contact);
                }
            }
        }
        return supported;
    }

    /** The same service's contact with somebody whom no people feed holds. */
    private void writeStray(Contact like) throws IOException {
        KnowingAgency agency = like.step().agency();
        String reference = agency.reference(UNKNOWN + ++unknownPersons);
        Contact stray = new Contact(
                nextRecordId(agency), List.of(reference), like.step(), like.start(), like.end(), like.units());
        write(stray);
        note(unknown, "", stray);
    }

    private String nextRecordId(KnowingAgency agency) {
        long row = rows.merge(agency, 1L, Long::sum);
        return "%s%07d".formatted(agency.code().value().toUpperCase(Locale.ROOT).charAt(0), row);
    }

    private void write(Contact contact) throws IOException {
        Step step = contact.step();
        String reference = contact.references().getFirst();
        String units = String.valueOf(contact.units());
        switch (step.agency()) {
            case COUNTY ->
                county.writeRecord(
                        contact.recordId(),
                        reference,
                        step.service(),
                        step.type(),
                        SLASHES.format(contact.start()),
                        date(contact.end(), SLASHES),
                        units,
                        step.type().equals("review") ? "plan updated" : "");
            case NHS_TRUST ->
                trust.writeRecord(
                        contact.recordId(),
                        reference,
                        step.service(),
                        step.type(),
                        contact.start().toString(),
                        date(contact.end(), DateTimeFormatter.ISO_LOCAL_DATE),
                        units);
            case PROBATION ->
                probation.writeRecord(
                        contact.recordId(),
                        reference,
                        step.service(),
                        step.type(),
                        SLASHES.format(contact.start()),
                        date(contact.end(), SLASHES),
                        units);
            case HOUSING -> housing.write(json(contact) + "\n");
        }
    }

    private static String json(Contact contact) {
        return Json.line(Json.object(
                "recordId",
                contact.recordId(),
                "references",
                contact.references(),
                "service",
                contact.step().service(),
                "type",
                contact.step().type(),
                "start",
                contact.start(),
                "end",
                contact.end(),
                "units",
                contact.units()));
    }

    private static void note(CsvWriter file, String person, Contact contact) {
        Step step = contact.step();
        file.writeRecord(
                person,
                step.agency().code().value(),
                String.join(";", contact.references()),
                contact.recordId(),
                step.service(),
                step.type(),
                contact.start().toString(),
                date(contact.end(), DateTimeFormatter.ISO_LOCAL_DATE),
                String.valueOf(contact.units()),
                step.journey() == null ? "" : step.journey(),
                step.stage() == null ? "" : step.stage());
    }

    /** The feeds written, once all residents are. */
    public List<Feed> feeds() {
        List<Feed> feeds = new ArrayList<>();
        for (KnowingAgency agency : KnowingAgency.values()) {
            Delivery delivery = Delivery.of(file(agency), Delivery.WHOLE_YEAR, rows.getOrDefault(agency, 0L));
            feeds.add(Feed.pushed("journeys", agency.code(), "contacts", "all-or-nothing", List.of(delivery)));
        }
        return feeds;
    }

    private static String file(KnowingAgency agency) {
        String ending = agency == KnowingAgency.HOUSING ? "ndjson" : "csv";
        return "feeds/journeys/%s-contacts.%s".formatted(agency.code(), ending);
    }

    private static String date(@Nullable LocalDate date, DateTimeFormatter form) {
        return date == null ? "" : form.format(date);
    }

    @Override
    public void close() throws IOException {
        truth.close();
        unknown.close();
        county.close();
        trust.close();
        probation.close();
        housing.close();
    }
}
