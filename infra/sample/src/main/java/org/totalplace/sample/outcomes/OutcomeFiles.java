package org.totalplace.sample.outcomes;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.totalplace.sample.people.KnowingAgency;
import org.totalplace.sample.people.Person;
import org.totalplace.sample.place.Delivery;
import org.totalplace.sample.place.Draw;
import org.totalplace.sample.place.Feed;
import org.totalplace.sample.place.OutputFolder;

/** Writes what agencies observed of about three residents in five, and the effects that were planted. */
public final class OutcomeFiles implements AutoCloseable {

    private static final List<String> HEADER =
            List.of("recordId", "reference", "measure", "value", "observedAt", "observedBy", "method");
    private static final List<String> TRUTH = List.of(
            "person", "agency", "reference", "measure", "readings", "baseline", "latest", "supported", "plantedEffect");
    private static final List<String> METHODS = List.of("interview", "telephone", "self-report");

    private final long seed;
    private final Map<KnowingAgency, CsvWriter> files = new EnumMap<>(KnowingAgency.class);
    private final Map<KnowingAgency, Long> rows = new EnumMap<>(KnowingAgency.class);
    private final CsvWriter truth;

    public OutcomeFiles(OutputFolder out, long seed) throws IOException {
        this.seed = seed;
        this.truth = out.csv("truth/outcomes.csv", TRUTH);
        for (KnowingAgency agency : KnowingAgency.values()) {
            files.put(agency, out.csv(file(agency), HEADER));
        }
    }

    /** @param supported whether the resident had support this year */
    public void write(Person person, boolean supported) {
        Draw draw = Draw.of(seed, "outcomes", person.number());
        if (!draw.percent(60) || person.birth().getYear() > 2012) {
            return;
        }
        List<Measure> measures = new ArrayList<>(Measure.askedOf(person.profile()));
        int asked = draw.between(1, 2);
        for (int i = 0; i < asked && !measures.isEmpty(); i++) {
            Measure measure = measures.remove(draw.below(measures.size()));
            int readings = asked == 1 ? 3 : 2;
            write(
                    person,
                    draw.pick(person.knownTo()),
                    Progress.of(measure, supported, readings, draw),
                    supported,
                    draw);
        }
    }

    private void write(Person person, KnowingAgency agency, Progress progress, boolean supported, Draw draw) {
        String reference = Objects.requireNonNull(person.reference(agency));
        String method = draw.pick(METHODS);
        for (Progress.Reading reading : progress.readings()) {
            long row = rows.merge(agency, 1L, Long::sum);
            writer(agency)
                    .writeRecord(
                            "O%s%07d".formatted(initial(agency), row),
                            reference,
                            progress.measure().code(),
                            String.valueOf(reading.value()),
                            reading.day().toString(),
                            method.equals("self-report") ? "the person" : "key worker",
                            method);
        }
        truth.writeRecord(
                person.id(),
                agency.code().value(),
                reference,
                progress.measure().code(),
                String.valueOf(progress.readings().size()),
                String.valueOf(progress.baseline()),
                String.valueOf(progress.latest()),
                String.valueOf(supported),
                String.valueOf(progress.planted() / 10.0));
    }

    private CsvWriter writer(KnowingAgency agency) {
        return Objects.requireNonNull(files.get(agency));
    }

    private static String initial(KnowingAgency agency) {
        return agency.code().value().substring(0, 1).toUpperCase(Locale.ROOT);
    }

    /** The feeds written, once all residents are. */
    public List<Feed> feeds() {
        List<Feed> feeds = new ArrayList<>();
        for (KnowingAgency agency : KnowingAgency.values()) {
            Delivery delivery = Delivery.of(file(agency), Delivery.WHOLE_YEAR, rows.getOrDefault(agency, 0L));
            feeds.add(Feed.pushed("outcomes", agency.code(), "outcomes", "all-or-nothing", List.of(delivery)));
        }
        return feeds;
    }

    private static String file(KnowingAgency agency) {
        return "feeds/outcomes/%s-outcomes.csv".formatted(agency.code());
    }

    @Override
    public void close() throws IOException {
        truth.close();
        for (CsvWriter file : files.values()) {
            file.close();
        }
    }
}
