package org.totalplace.gateway.page.outcome;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Published;
import org.totalplace.gateway.page.Words;

/** Rows of people better, the same and worse off, ready to print. */
record OutcomesView(String asOf, List<Row> rows) {

    /**
     * One group of people.
     *
     * @param code what its own page is called by
     * @param better share of those whose status is known
     * @param interval of that share
     */
    record Row(
            String code,
            String name,
            String persons,
            String betterCount,
            String sameCount,
            String worseCount,
            String unknownCount,
            String better,
            String interval,
            @Nullable Whisker whisker,
            String worse,
            String meanChange) {

        /** What became of them, in a sentence; null where the shares are not told. */
        public @Nullable String sentence(Words words) {
            return whisker == null ? null : words.say("outcomes.sentence", better, worse);
        }
    }

    /**
     * Where a measure was redefined, figures by either definition stand apart, and say by which they are.
     *
     * @param code what a row is of; {@code name} says it in words
     */
    static OutcomesView of(
            SummaryAnswer answer,
            Function<SummaryAnswer.Row, @Nullable String> code,
            Function<String, String> name,
            Words words) {
        Set<String> redefined = redefined(answer.results());
        return new OutcomesView(
                words.day(answer.asOf()),
                answer.results().stream()
                        .map(row -> {
                            String of = Objects.requireNonNullElse(code.apply(row), "not-known");
                            String definition = redefined.contains(String.valueOf(row.measure()))
                                    ? words.say("outcomes.definition", name.apply(of), row.series())
                                    : name.apply(of);
                            return row(row, of, definition, words);
                        })
                        .toList());
    }

    private static Set<String> redefined(List<SummaryAnswer.Row> rows) {
        Map<String, Set<String>> series = new HashMap<>();
        rows.forEach(row -> series.computeIfAbsent(String.valueOf(row.measure()), measure -> new HashSet<>())
                .add(String.valueOf(row.series())));
        return series.entrySet().stream()
                .filter(measure -> measure.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Row row(SummaryAnswer.Row row, String code, String name, Words words) {
        SummaryAnswer.Share better = row.shares().get("better");
        SummaryAnswer.Mean mean = row.meanChange();
        return new Row(
                code,
                name,
                Published.shown(row.persons()),
                count(row.byStatus(), "better"),
                count(row.byStatus(), "same"),
                count(row.byStatus(), "worse"),
                count(row.byStatus(), "unknown"),
                share(better),
                interval(better, words),
                Whisker.of(better),
                share(row.shares().get("worse")),
                mean == null ? "x" : Published.number(mean.value(), mean.symbol()));
    }

    private static String count(Map<String, Published.Count> counts, String status) {
        return Published.shown(counts.get(status));
    }

    static String share(SummaryAnswer.@Nullable Share share) {
        return share == null ? "x" : Published.percent(share.value(), share.symbol());
    }

    static String interval(SummaryAnswer.@Nullable Share share, Words words) {
        return share == null || share.value() == null
                ? share(share)
                : words.say("page.from-to", Published.percent(share.low(), "x"), Published.percent(share.high(), "x"));
    }
}
