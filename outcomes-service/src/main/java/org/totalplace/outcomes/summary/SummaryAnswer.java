package org.totalplace.outcomes.summary;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.area.Area;
import org.totalplace.outcomes.measure.Status;
import org.totalplace.outcomes.summary.SummaryCounts.Counted;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.disclosure.PublishedTable;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Page;

/**
 * Summaries as they may be published. Rows of one measure (or domain) make one table: within it a count is never hidden
 * alone.
 *
 * @param groupBy what the rows are of
 * @param results one a group
 * @param totals one a measure or domain: sums of what its rows show; persons on several journeys, and those observed in
 *     several months where rows are of months, count in each
 */
record SummaryAnswer(Instant asOf, List<String> groupBy, List<Row> results, List<Row> totals, Page.Paging paging) {

    /** The columns of a row's figures in CSV. */
    static final List<String> FIGURES = List.of(
            "persons",
            "better",
            "same",
            "worse",
            "unknown",
            "betterShare",
            "betterLow",
            "betterHigh",
            "sameShare",
            "sameLow",
            "sameHigh",
            "worseShare",
            "worseLow",
            "worseHigh",
            "meanChange");

    private static final Status[] STATUSES = Status.values();

    /**
     * One group of persons.
     *
     * @param keys what it is of
     * @param persons sum of what is shown by status
     * @param shares of better, same and worse among those whose status is known, from the counts shown
     * @param meanChange of those whose status is known, in the measure's unit
     */
    @Schema(name = "SummaryRow")
    record Row(
            @JsonAnyGetter Map<String, String> keys,
            PublishedCount persons,
            Map<String, PublishedCount> byStatus,
            Map<String, Share> shares,
            Mean meanChange) {}

    /** A mean, or why there is none. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SummaryMean")
    record Mean(@Nullable BigDecimal value, @Nullable String symbol) {}

    static SummaryAnswer of(SummaryAsked asked, Instant asOf, List<Counted> groups) {
        Map<String, List<Counted>> tables = groups.stream()
                .collect(
                        Collectors.groupingBy(group -> subject(asked, group), LinkedHashMap::new, Collectors.toList()));
        List<Row> results = new ArrayList<>();
        List<Row> totals = new ArrayList<>();
        for (List<Counted> rows : tables.values()) {
            PublishedTable table = table(rows);
            for (int i = 0; i < rows.size(); i++) {
                results.add(row(rows.get(i), table, i));
            }
            totals.add(total(asked, rows, table));
        }
        return new SummaryAnswer(
                asOf,
                asked.groupBy().stream().map(Grouping::code).toList(),
                results,
                totals,
                Page.whole(results).paging());
    }

    /** What may not be added up stands in tables of its own. */
    private static String subject(SummaryAsked asked, Counted group) {
        return asked.ofDomains()
                ? String.valueOf(group.keys().get("domain"))
                : group.keys().get("measure") + " " + group.keys().get("series");
    }

    private static PublishedTable table(List<Counted> rows) {
        long[][] counts = new long[rows.size()][STATUSES.length];
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < STATUSES.length; column++) {
                counts[row][column] = rows.get(row).persons().getOrDefault(STATUSES[column], 0L);
            }
        }
        Set<Integer> leavingFew = IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).leavesFew())
                .boxed()
                .collect(Collectors.toSet());
        return PublishedTable.nested(counts, wholes(rows), leavingFew);
    }

    /** For each row by area the row of the area around it, which is the same in all else. */
    private static int[] wholes(List<Counted> rows) {
        Map<Map<String, String>, Integer> places = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            places.put(rows.get(row).keys(), row);
        }
        return rows.stream()
                .mapToInt(row -> around(row.keys())
                        .map(whole -> places.getOrDefault(whole, PublishedTable.TOP))
                        .orElse(PublishedTable.TOP))
                .toArray();
    }

    private static Optional<Map<String, String>> around(Map<String, String> keys) {
        return Optional.ofNullable(keys.get("area"))
                .flatMap(code -> new Area(code).whole())
                .map(whole -> {
                    Map<String, String> around = new LinkedHashMap<>(keys);
                    around.put("area", whole.code());
                    return around;
                });
    }

    private static Row row(Counted counted, PublishedTable table, int row) {
        Map<String, PublishedCount> persons = new LinkedHashMap<>();
        for (int column = 0; column < STATUSES.length; column++) {
            persons.put(STATUSES[column].code(), table.cell(row, column));
        }
        return new Row(
                named(counted.keys()), table.rowTotal(row), persons, Share.ofKnown(persons), mean(counted, persons));
    }

    private static Row total(SummaryAsked asked, List<Counted> rows, PublishedTable table) {
        Map<String, PublishedCount> persons = new LinkedHashMap<>();
        for (int column = 0; column < STATUSES.length; column++) {
            persons.put(STATUSES[column].code(), table.columnTotal(column));
        }
        boolean partial = false;
        int[] wholes = wholes(rows);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; wholes[row] == PublishedTable.TOP && column < STATUSES.length; column++) {
                partial |= table.cell(row, column).value() == null;
            }
        }
        long sum = persons.values().stream()
                .mapToLong(count -> Objects.requireNonNullElse(count.value(), 0L))
                .sum();
        PublishedCount all = sum == 0 && partial ? new PublishedCount(null, "c") : new PublishedCount(sum, null);
        Map<String, String> keys = new LinkedHashMap<>(named(rows.getFirst().keys()));
        keys.keySet().retainAll(asked.ofDomains() ? List.of("domain") : List.of("measure", "series"));
        return new Row(
                keys, all, persons, partial ? Share.confidential() : Share.ofKnown(persons), new Mean(null, "z"));
    }

    static Map<String, String> named(Map<String, String> keys) {
        Map<String, String> named = new LinkedHashMap<>();
        keys.forEach((column, value) -> named.put(column.equals("map") ? "journey" : column, value));
        if (named.containsKey("area")) {
            String level = new Area(keys.getOrDefault("area", "x"))
                    .level()
                    .map(Area.Level::code)
                    .orElse("x");
            named.put("areaLevel", level);
        }
        return named;
    }

    /** Only where every known status is shown: a mean over a hidden few would tell of them. */
    private static Mean mean(Counted counted, Map<String, PublishedCount> shown) {
        long known = 0;
        boolean hidden = false;
        for (Status status : STATUSES) {
            if (status != Status.UNKNOWN) {
                known += counted.persons().getOrDefault(status, 0L);
                hidden |= count(shown, status) == null;
            }
        }
        BigDecimal change = counted.change();
        if (hidden) {
            return new Mean(null, "c");
        }
        if (change == null || known == 0) {
            return new Mean(null, "z");
        }
        return new Mean(change.movePointLeft(3).divide(BigDecimal.valueOf(known), 1, RoundingMode.HALF_UP), null);
    }

    private static @Nullable Long count(Map<String, PublishedCount> persons, Status status) {
        return Objects.requireNonNull(persons.get(status.code())).value();
    }

    /** The same with the rows of some areas only; what is hidden, and the totals, stay as they are. */
    SummaryAnswer showing(AreasShown areas) {
        List<Row> shown = results.stream()
                .filter(row -> areas.shows(row.keys().get("area")))
                .toList();
        return new SummaryAnswer(asOf, groupBy, shown, totals, paging);
    }

    /** The rows as CSV, with the figures of the JSON and symbols where these are null. */
    String csv() {
        List<String> keys = results.isEmpty()
                ? groupBy
                : List.copyOf(results.getFirst().keys().keySet());
        List<String> header = new ArrayList<>(keys);
        header.addAll(FIGURES);
        StringBuilder csv = new StringBuilder(Csv.line(header));
        results.forEach(row -> csv.append(Csv.line(cells(row))));
        return csv.toString();
    }

    private static List<Object> cells(Row row) {
        List<Object> cells = new ArrayList<>(row.keys().values());
        cells.addAll(figures(row));
        return cells;
    }

    /** What a row says beside what it is of, in the order of {@link #FIGURES}. */
    static List<Object> figures(Row row) {
        List<Object> cells = new ArrayList<>();
        cells.add(row.persons().shown());
        row.byStatus().values().forEach(count -> cells.add(count.shown()));
        row.shares().values().forEach(share -> cells.addAll(share.cells()));
        Mean mean = row.meanChange();
        BigDecimal change = mean.value();
        cells.add(change == null ? String.valueOf(mean.symbol()) : change);
        return cells;
    }
}
