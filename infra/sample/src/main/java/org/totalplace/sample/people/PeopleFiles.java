package org.totalplace.sample.people;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.sample.place.Delivery;
import org.totalplace.sample.place.Feed;
import org.totalplace.sample.place.Json;
import org.totalplace.sample.place.OutputFolder;

/** Writes what the four agencies hold about residents as they come, and who they truly are. */
public final class PeopleFiles implements AutoCloseable {

    private static final List<String> TRUTH = List.of(
            "person",
            "agency",
            "reference",
            "givenName",
            "familyName",
            "dateOfBirth",
            "sex",
            "postcode",
            "nhsNumber",
            "nameOrigin",
            "moved",
            "profile");
    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter NAMED_MONTH = DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH);

    private final long seed;
    private final CsvWriter truth;
    private final CsvWriter county;
    private final CsvWriter trust;
    private final CsvWriter probation;
    private final Writer housing;
    private final Map<KnowingAgency, Long> rows = new EnumMap<>(KnowingAgency.class);

    public PeopleFiles(OutputFolder out, long seed) throws IOException {
        this.seed = seed;
        truth = out.csv("truth/persons.csv", TRUTH);
        county = out.csv(
                file(KnowingAgency.COUNTY),
                List.of(
                        "Person ID",
                        "First Name",
                        "Last Name",
                        "Date of Birth",
                        "Gender",
                        "Address",
                        "Postcode",
                        "NHS Number",
                        "UPRN",
                        "Last Updated"));
        trust = out.csv(
                file(KnowingAgency.NHS_TRUST),
                List.of("Reference", "NHS Number", "Surname", "Forename", "DOB", "Sex", "Postcode", "Updated At"));
        probation = out.csv(
                file(KnowingAgency.PROBATION),
                List.of(
                        "Client ID",
                        "Forename",
                        "Surname",
                        "Date of Birth",
                        "Gender",
                        "Address",
                        "Post Code",
                        "Updated"));
        housing = out.text(file(KnowingAgency.HOUSING), StandardCharsets.UTF_8);
    }

    public void write(Household household) throws IOException {
        for (Person person : household.persons()) {
            for (KnowingAgency agency : person.knownTo()) {
                String reference = person.references().get(agency);
                if (reference != null) {
                    write(Misrecording.entry(person, agency, reference, seed), agency);
                    writeTruth(person, agency, reference);
                }
            }
        }
    }

    private void write(Entry entry, KnowingAgency agency) throws IOException {
        rows.merge(agency, 1L, Long::sum);
        switch (agency) {
            case COUNTY ->
                county.writeRecord(
                        entry.reference(),
                        entry.given(),
                        entry.family(),
                        date(entry.birth(), SLASHES),
                        entry.sex(),
                        entry.address().toString(),
                        entry.postcode(),
                        entry.nhsNumber(),
                        entry.uprn(),
                        SLASHES.format(entry.updated()));
            case NHS_TRUST ->
                trust.writeRecord(
                        entry.reference(),
                        entry.nhsNumber(),
                        entry.family(),
                        entry.given(),
                        date(entry.birth(), DateTimeFormatter.ISO_LOCAL_DATE),
                        entry.sex(),
                        entry.postcode(),
                        entry.updated().toString());
            case PROBATION ->
                probation.writeRecord(
                        entry.reference(),
                        entry.given(),
                        entry.family(),
                        date(entry.birth(), NAMED_MONTH),
                        entry.sex(),
                        entry.address().toString(),
                        entry.postcode(),
                        NAMED_MONTH.format(entry.updated()));
            case HOUSING -> housing.write(json(entry) + "\n");
        }
    }

    private static String json(Entry entry) {
        return Json.line(Json.object(
                "reference", entry.reference(),
                "givenName", entry.given(),
                "familyName", entry.family(),
                "dateOfBirth", entry.birth(),
                "sex", orNull(entry.sex()),
                "postcode", orNull(entry.postcode()),
                "address", entry.address(),
                "uprn", orNull(entry.uprn()),
                "updatedAt", entry.updated()));
    }

    private void writeTruth(Person person, KnowingAgency agency, String reference) {
        truth.writeRecord(
                person.id(),
                agency.code().value(),
                reference,
                person.given(),
                person.family(),
                person.birth().toString(),
                person.sex(),
                person.address().postcode(),
                person.nhsNumber(),
                person.origin(),
                String.valueOf(person.formerAddress() != null),
                person.profile().code());
    }

    /** The feeds written, once all residents are. */
    public List<Feed> feeds() {
        List<Feed> feeds = new ArrayList<>();
        for (KnowingAgency agency : KnowingAgency.values()) {
            Delivery delivery = Delivery.of(file(agency), null, rows.getOrDefault(agency, 0L));
            feeds.add(Feed.pushed("journeys", agency.code(), "people", "all-or-nothing", List.of(delivery)));
        }
        return feeds;
    }

    private static String file(KnowingAgency agency) {
        String ending = agency == KnowingAgency.HOUSING ? "ndjson" : "csv";
        return "feeds/journeys/%s-people.%s".formatted(agency.code(), ending);
    }

    private static String date(@Nullable LocalDate date, DateTimeFormatter form) {
        return date == null ? "" : form.format(date);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public void close() throws IOException {
        truth.close();
        county.close();
        trust.close();
        probation.close();
        housing.close();
    }
}
