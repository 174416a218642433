package org.totalplace.link;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.totalplace.linkage.Cluster;
import org.totalplace.linkage.Measures;
import org.totalplace.linkage.Verdict;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;

/** What a person reads after a run: what was read as what, what was found, and how good it is where that is known. */
record Report(List<Source> sources, Result result, Truth truth) {

    private static final int MOST_LEVELS = 200;

    String text() {
        StringBuilder text = new StringBuilder("# Linking\n\n");
        sources.forEach(source -> read(text, source));
        String heldBy = result.duplicates().heldBy().stream().sorted().collect(Collectors.joining(", "));
        add(text, "- Sources that may hold a person twice: %s", heldBy.isEmpty() ? "none" : heldBy);
        truth.told().forEach(line -> add(text, "- %s", line));
        List<String> warnings = Warnings.of(sources, result, truth);
        if (!warnings.isEmpty()) {
            add(text, "\n## Warnings\n");
            warnings.forEach(line -> add(text, "- %s", line));
        }
        found(text);
        weights(text);
        measures(text);
        return text.toString();
    }

    /** What every column was taken for, and how much of it is there and could be read. */
    private static void read(StringBuilder text, Source source) {
        Table table = source.table();
        add(text, "- %s: %d rows", table.name(), table.rows().size());
        source.mapping().columns().forEach((meaning, columns) -> {
            boolean id = meaning == Meaning.ID;
            String headers = columns.stream()
                    .filter(column -> column >= 0)
                    .limit(id ? 1 : columns.size())
                    .map(column ->
                            "`" + table.headers().get(column) + "` (" + told(Readable.of(table, column, meaning)) + ")")
                    .collect(Collectors.joining(" + "));
            if (!headers.isEmpty()) {
                add(text, "    - %s: %s", meaning.word(), headers);
            }
        });
        if (!source.mapping().has(Meaning.ID)) {
            add(text, "    - id: none found, rows are numbered");
        }
        String unused = IntStream.range(0, table.headers().size())
                .filter(column ->
                        column != source.sourceColumn() && !source.mapping().reads(column))
                .mapToObj(column -> "`" + table.headers().get(column) + "`")
                .collect(Collectors.joining(", "));
        if (!unused.isEmpty()) {
            add(text, "    - not used: %s", unused);
        }
    }

    private static String told(Readable readable) {
        String filled = percent(readable.filled(), readable.rows()) + " filled";
        return readable.readable() == readable.filled()
                ? filled
                : filled + ", " + percent(readable.filled() - readable.readable(), readable.filled())
                        + " of it unreadable";
    }

    private static String percent(int part, int whole) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / Math.max(1, whole));
    }

    private void found(StringBuilder text) {
        List<Cluster> clusters = result.linked().clusters();
        Map<Integer, Long> bySize = clusters.stream()
                .collect(Collectors.groupingBy(cluster -> cluster.ids().size(), TreeMap::new, Collectors.counting()));
        add(text, "\n## Found\n");
        add(text, "- Persons: %d", clusters.size());
        add(text, "- Persons by number of records: %s", bySize);
        long doubtful = result.linked().links().stream()
                .filter(link -> link.verdict() == Verdict.ATTENTION)
                .count();
        add(text, "- Pairs for a steward: %d", doubtful);
        add(
                text,
                "- Pairs compared: %d; left out with oversize blocks, before other rules: %d",
                result.linked().effort().comparedPairs(),
                result.linked().effort().skippedPairs());
        add(
                text,
                "- Model: %s, thresholds %s",
                result.model().version(),
                result.model().thresholds());
    }

    private void weights(StringBuilder text) {
        add(text, "\n## Weights\n");
        add(text, "| field | level | of one person | of strangers | bits |");
        add(text, "|---|---|---|---|---|");
        result.linked().links().stream()
                .flatMap(link -> link.levels().entrySet().stream())
                .filter(entry -> entry.getValue() != ComparisonLevel.MISSING)
                .distinct()
                .sorted(Map.Entry.<Field, ComparisonLevel>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .limit(MOST_LEVELS)
                .forEach(entry -> {
                    var levels = result.model().of(entry.getKey(), entry.getValue());
                    add(
                            text,
                            "| %s | %s | %.4f | %.6f | %.1f |",
                            entry.getKey().name().toLowerCase(Locale.ROOT),
                            entry.getValue().words(),
                            levels.m(),
                            levels.u(),
                            Math.log(levels.m() / levels.u()) / Math.log(2));
                });
    }

    private void measures(StringBuilder text) {
        Map<String, String> persons = truth.persons();
        if (persons.isEmpty()) {
            return;
        }
        Measures measures = Measures.of(result.linked().clusters(), persons);
        long real = persons.values().stream()
                .collect(Collectors.groupingBy(person -> person, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(size -> size * (size - 1) / 2)
                .sum();
        add(text, "\n## Against the truth\n");
        add(text, "| | precision | recall | F1 |");
        add(text, "|---|---|---|---|");
        line(text, "pairs", measures.pairwise());
        line(text, "B-cubed", measures.bCubed());
        long proposed = result.records().trueCandidates(result.model(), persons);
        add(text, "\nTrue pairs: %d, of which blocking proposes %d; the others count as missed.", real, proposed);
    }

    private static void line(StringBuilder text, String name, Measures.Score score) {
        add(text, "| %s | %.4f | %.4f | %.4f |", name, score.precision(), score.recall(), score.f1());
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
