package org.totalplace.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.totalplace.linkage.Decisions;
import org.totalplace.linkage.Duplicates;
import org.totalplace.linkage.FurtherDetails;
import org.totalplace.linkage.IdentityRecord;
import org.totalplace.linkage.Linked;
import org.totalplace.linkage.Measures;
import org.totalplace.linkage.PreparedRecords;
import org.totalplace.linkage.StandingRecords;
import org.totalplace.linkage.cleaning.BirthDates;
import org.totalplace.linkage.encoding.EncodedMatching;
import org.totalplace.linkage.encoding.Encoder;
import org.totalplace.linkage.encoding.Encoding;
import org.totalplace.linkage.encoding.EncodingSchema;
import org.totalplace.linkage.model.LinkageModel;
import org.totalplace.linkage.model.Thresholds;

/** How well and how fast the engine links people of whom the truth is known, trained on them without it. */
final class LinkageBenchmark implements Benchmark {

    private static final long SEED = 42;
    private static final int HARD_PERSONS = 5_000;

    /** The engine was worked on with the first; what the others give says how much of its figure was luck. */
    private static final long[] HARD_SEEDS = {SEED, 7, 2_025};

    private static final int CHANGED = 1_000;
    private static final String NAME = "linkage";

    private final int manyRecords;

    LinkageBenchmark(int manyRecords) {
        this.manyRecords = manyRecords;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String question() {
        return "How many true pairs are found, how many wrong, and how fast: FEBRL 4 beside Duke, hard ones, many?";
    }

    @Override
    public List<Figure> run() throws Exception {
        List<Figure> figures = new ArrayList<>();
        Optional<Path> first = Inputs.real("linkage/febrl4a.csv");
        Optional<Path> second = Inputs.real("linkage/febrl4b.csv");
        if (first.isPresent() && second.isPresent()) {
            febrl(first.get(), second.get(), figures);
        } else {
            System.out.println("FEBRL 4 is not on this machine: skipped");
        }
        for (NamedSets.Named set : NamedSets.found()) {
            linked(set.name(), set.people(), set.duplicates(), figures);
        }
        for (long seed : HARD_SEEDS) {
            LabelledPeople hard = LabelledPeople.hard(HARD_PERSONS, seed);
            linked("hard, seed " + seed, hard, Duplicates.heldBy("one"), figures);
        }
        LabelledPeople many = LabelledPeople.ofFiveAgencies(manyRecords / 5, SEED);
        linked(manyRecords + " records", many, Duplicates.none(), figures);
        placed(many, figures);
        return figures;
    }

    private static void febrl(Path first, Path second, List<Figure> figures) throws IOException {
        LabelledPeople people = new LabelledPeople(new ArrayList<>(), new HashMap<>());
        read(first, "a", people);
        read(second, "b", people);
        // Both once before, so that neither pays for the warming up of the machine.
        Duke.link(people.records());
        run(people, Duplicates.none());
        long begun = System.nanoTime();
        List<Decisions.Pair> ofDuke = Duke.link(people.records());
        double secondsOfDuke = (System.nanoTime() - begun) / 1e9;
        Measures measuresOfDuke = measures(ofDuke, people);
        figures.add(Figure.alone(
                NAME, "FEBRL 4, Duke: pairwise F1", measuresOfDuke.pairwise().f1(), "share"));
        encoded(people, figures);
        double seconds = linked("FEBRL 4", people, Duplicates.none(), figures);
        figures.add(Figure.against(
                NAME,
                "FEBRL 4: records trained and linked",
                people.size() / seconds,
                "records/s",
                "Duke 1.2",
                people.size() / secondsOfDuke));
    }

    /** Pairs as they stand, without what follows from several of them: kinder to Duke, which makes no clusters. */
    private static Measures measures(List<Decisions.Pair> pairs, LabelledPeople people) {
        long right = pairs.stream()
                .filter(pair -> Objects.equals(
                        people.truth().get(pair.first()), people.truth().get(pair.second())))
                .count();
        Measures.Score score =
                new Measures.Score((double) right / Math.max(1, pairs.size()), right / (people.size() / 2.0));
        return new Measures(score, score);
    }

    private static double linked(String set, LabelledPeople people, Duplicates duplicates, List<Figure> figures) {
        long begun = System.nanoTime();
        Run run = run(people, duplicates);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Measures measures = Measures.of(run.linked().clusters(), people.truth());
        figures.add(Figure.alone(
                NAME, set + ": pairwise precision", measures.pairwise().precision(), "share"));
        figures.add(Figure.alone(
                NAME, set + ": pairwise recall", measures.pairwise().recall(), "share"));
        figures.add(
                Figure.alone(NAME, set + ": pairwise F1", measures.pairwise().f1(), "share"));
        figures.add(Figure.alone(NAME, set + ": B-cubed F1", measures.bCubed().f1(), "share"));
        figures.add(Figure.alone(NAME, set + ": trained and linked", seconds, "s"));
        figures.add(Figure.alone(
                NAME,
                set + ": pairs compared, weighed and clustered",
                run.linked().effort().comparedPairs() / run.seconds(),
                "pairs/s"));
        return seconds;
    }

    /** A delivery in which each record says something new, after one that warms up, under a trained model. */
    private static void placed(LabelledPeople people, List<Figure> figures) {
        List<IdentityRecord> records = new ArrayList<>(people.records());
        Collections.shuffle(records, new Random(SEED));
        LinkageModel model = PreparedRecords.of(records, Duplicates.none()).train(LinkageModel.initial(), SEED);
        StandingRecords standing = StandingRecords.of(records, model, Duplicates.none());
        List<IdentityRecord> changed =
                records.stream().limit(2 * CHANGED).map(LinkageBenchmark::moved).toList();
        standing.place(changed.subList(0, CHANGED), List.of(), Decisions.none());
        long before = System.nanoTime();
        standing.place(changed.subList(CHANGED, 2 * CHANGED), List.of(), Decisions.none());
        figures.add(Figure.alone(
                NAME,
                CHANGED + " changed among " + records.size() + ": placed",
                (System.nanoTime() - before) / 1e9,
                "s"));
    }

    /** To another house of the street, under another postcode. */
    private static IdentityRecord moved(IdentityRecord before) {
        return new IdentityRecord(
                before.id(),
                before.source(),
                before.givenName(),
                before.familyName(),
                before.dateOfBirth(),
                before.sex(),
                "NM91 1AA",
                "1" + Objects.requireNonNullElse(before.address(), ""),
                null,
                null);
    }

    private static void encoded(LabelledPeople people, List<Figure> figures) {
        byte[] key = new byte[32];
        new Random(SEED).nextBytes(key);
        Encoder encoder = new Encoder(EncodingSchema.initial(), key);
        Map<String, Encoding> ofOne = new HashMap<>();
        Map<String, Encoding> ofOther = new HashMap<>();
        for (IdentityRecord identity : people.records()) {
            (identity.source().equals("a") ? ofOne : ofOther).put(identity.id(), encoder.encode(identity));
        }
        List<Decisions.Pair> pairs = EncodedMatching.by(EncodingSchema.initial()).match(ofOne, ofOther).stream()
                .map(match -> new Decisions.Pair(match.first(), match.second()))
                .toList();
        figures.add(Figure.alone(
                NAME,
                "FEBRL 4, keyed encodings: pairwise F1",
                measures(pairs, people).pairwise().f1(),
                "share"));
    }

    /** @param seconds of linking alone */
    private record Run(Linked linked, double seconds) {}

    private static Run run(LabelledPeople people, Duplicates duplicates) {
        LinkageModel start = LinkageModel.initial().with(new Thresholds(0.5, 0.25, 0.05));
        long begun = System.nanoTime();
        PreparedRecords prepared = PreparedRecords.of(people.records(), duplicates);
        LinkageModel model = prepared.train(start, SEED);
        long trained = System.nanoTime();
        Linked linked = prepared.link(model, Decisions.none());
        double seconds = (System.nanoTime() - trained) / 1e9;
        System.out.printf(
                "%d records: cleaned and trained in %.1f s, linked in %.1f s, %s%n",
                people.size(), (trained - begun) / 1e9, seconds, linked.effort());
        return new Run(linked, seconds);
    }

    private static void read(Path file, String source, LabelledPeople people) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            rows.stream().skip(1).forEach(row -> {
                IdentityRecord identity = identity(row, source);
                people.records().add(identity);
                people.truth().put(identity.id(), row.getField(0).split("-")[1]);
            });
        }
    }

    private static IdentityRecord identity(CsvRecord row, String source) {
        String street = row.getField(3).strip() + " " + row.getField(4).strip() + " "
                + row.getField(5).strip();
        return new IdentityRecord(
                source + row.getField(0).strip(),
                source,
                row.getField(1).strip(),
                row.getField(2).strip(),
                BirthDates.read(row.getField(9).strip()),
                null,
                row.getField(7).strip(),
                street,
                null,
                null,
                new FurtherDetails(
                        null, null, row.getField(10).strip(), row.getField(6).strip(), null, null));
    }
}
