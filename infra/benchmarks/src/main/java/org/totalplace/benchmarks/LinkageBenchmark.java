package org.totalplace.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.totalplace.linkage.Cluster;
import org.totalplace.linkage.Decisions;
import org.totalplace.linkage.IdentityRecord;
import org.totalplace.linkage.Linkage;
import org.totalplace.linkage.Training;
import org.totalplace.linkage.model.LinkageModel;

/** How well and how fast the engine links the labelled FEBRL 4 pair, trained on it without its labels. */
final class LinkageBenchmark implements Benchmark {

    private static final long SEED = 42;

    @Override
    public String name() {
        return "linkage";
    }

    @Override
    public String question() {
        return "How many true pairs of FEBRL 4 (5,000 + 5,000 records) are found, how many wrong, and how fast?";
    }

    @Override
    public List<Figure> run() throws Exception {
        Optional<Path> first = Inputs.real("linkage/febrl4a.csv");
        Optional<Path> second = Inputs.real("linkage/febrl4b.csv");
        if (first.isEmpty() || second.isEmpty()) {
            System.out.println("FEBRL 4 is not on this machine: skipped");
            return List.of();
        }
        List<IdentityRecord> records = new ArrayList<>(records(first.get(), "a"));
        records.addAll(records(second.get(), "b"));
        long begun = System.nanoTime();
        LinkageModel model = Training.train(records, LinkageModel.initial(), SEED);
        var linked = Linkage.link(records, model, Decisions.none());
        double seconds = (System.nanoTime() - begun) / 1e9;
        return figures(linked.clusters(), records.size(), seconds);
    }

    private static List<Figure> figures(List<Cluster> clusters, int records, double seconds) {
        long right = 0;
        long joined = 0;
        for (Cluster cluster : clusters) {
            Map<String, Integer> byTruth = new HashMap<>();
            cluster.ids().forEach(id -> byTruth.merge(id.split("-")[1], 1, Integer::sum));
            long size = cluster.ids().size();
            joined += size * (size - 1) / 2;
            right += byTruth.values().stream()
                    .mapToLong(n -> (long) n * (n - 1) / 2)
                    .sum();
        }
        double precision = (double) right / joined;
        double recall = (double) right / (records / 2.0);
        return List.of(
                Figure.alone("linkage", "pairwise precision", precision, "share"),
                Figure.alone("linkage", "pairwise recall", recall, "share"),
                Figure.alone("linkage", "pairwise F1", 2 * precision * recall / (precision + recall), "share"),
                Figure.alone("linkage", "records trained and linked", records / seconds, "records/s"));
    }

    private static List<IdentityRecord> records(Path file, String source) throws IOException {
        List<IdentityRecord> records = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            rows.stream().skip(1).forEach(row -> {
                if (seen.add(row.getField(0))) {
                    records.add(record(row, source));
                }
            });
        }
        return records;
    }

    private static IdentityRecord record(CsvRecord row, String source) {
        String address =
                (row.getField(3) + " " + row.getField(4) + " " + row.getField(5) + " " + row.getField(6)).strip();
        return new IdentityRecord(
                row.getField(0).strip(),
                source,
                row.getField(1).strip(),
                row.getField(2).strip(),
                day(row.getField(9).strip()),
                null,
                row.getField(7).strip(),
                address,
                null,
                null);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
