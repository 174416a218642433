package org.totalplace.link;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.totalplace.linkage.Cluster;
import org.totalplace.linkage.Measures;
import org.totalplace.linkage.Verdict;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;

/** What a person reads after a run: what was read as what, what was found, and how good it is where that is known. */
record Report(List<Source> sources, Result result, Map<String, String> truth) {

    private static final int MOST_LEVELS = 200;

    String text() {
        StringBuilder text = new StringBuilder("# Linking\n\n");
        for (Source source : sources) {
            add(
                    text,
                    "- %s: %d rows",
                    source.table().name(),
                    source.table().rows().size());
            source.mapping().columns().forEach((meaning, columns) -> {
                String headers = columns.stream()
                        .filter(column -> column >= 0)
                        .map(column -> source.table().headers().get(column))
                        .collect(Collectors.joining(" + "));
                if (!headers.isEmpty()) {
                    add(text, "    - %s: `%s`", meaning.word(), headers);
                }
            });
        }
        String heldBy = result.duplicates().heldBy().stream().sorted().collect(Collectors.joining(", "));
        add(text, "- Sources that may hold a person twice: %s", heldBy.isEmpty() ? "none" : heldBy);
        found(text);
        weights(text);
        measures(text);
        return text.toString();
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
        if (truth.isEmpty()) {
            return;
        }
        Measures measures = Measures.of(result.linked().clusters(), truth);
        long real = truth.values().stream()
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
        long proposed = result.records().trueCandidates(result.model(), truth);
        add(text, "\nTrue pairs: %d, of which blocking proposes %d; the others count as missed.", real, proposed);
    }

    private static void line(StringBuilder text, String name, Measures.Score score) {
        add(text, "| %s | %.4f | %.4f | %.4f |", name, score.precision(), score.recall(), score.f1());
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
