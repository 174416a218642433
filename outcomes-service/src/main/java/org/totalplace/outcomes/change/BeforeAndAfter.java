package org.totalplace.outcomes.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.measure.Status;
import org.totalplace.outcomes.summary.Share;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.disclosure.PublishedTable;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Page;

/**
 * Measures of persons before and after a journey, as they may be published. The persons on the journey fall into those
 * of each status and those without a pair; where one count is hidden another is.
 *
 * @param stage taken as the beginning; null for the first contact on the map
 * @param until {@code now} or {@code end}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BeforeAndAfter(
        String journey,
        @Nullable String stage,
        String until,
        Instant asOf,
        String note,
        List<Row> results,
        Page.Paging paging) {

    static final String NOTE = "Readings of the same persons before and after. What else changed meanwhile is not taken"
            + " out: this is what was seen, not what the journey did.";

    private static final Status[] STATUSES = Status.values();

    /**
     * One measure by one definition.
     *
     * @param pairs persons with a reading before and one after, from what is shown
     * @param byStatus of the pairs; unknown where the two readings are too near to each other
     * @param unpaired persons on the journey without a reading on either side
     * @param meanChange after minus before, of those whose status is known
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "BeforeAndAfterRow")
    record Row(
            String measure,
            int series,
            String name,
            String domain,
            String unit,
            PublishedCount pairs,
            Map<String, PublishedCount> byStatus,
            PublishedCount unpaired,
            Map<String, Share> shares,
            @Nullable BigDecimal meanBefore,
            @Nullable BigDecimal meanAfter,
            MeanChange meanChange) {}

    static BeforeAndAfter of(ChangeAsked asked, Instant asOf, List<ChangeOfMeasure> changes) {
        Page<Row> rows = Page.whole(changes.stream().map(BeforeAndAfter::row).toList());
        return new BeforeAndAfter(
                asked.journey(), asked.stage(), asked.until().code(), asOf, NOTE, rows.results(), rows.paging());
    }

    private static Row row(ChangeOfMeasure change) {
        long[] counts = new long[STATUSES.length + 1];
        for (Status status : STATUSES) {
            counts[status.ordinal()] = change.persons().getOrDefault(status, 0L);
        }
        counts[STATUSES.length] = change.onJourney() - change.pairs();
        PublishedTable table = PublishedTable.of(new long[][] {counts});
        Map<String, PublishedCount> byStatus = new LinkedHashMap<>();
        for (Status status : STATUSES) {
            byStatus.put(status.code(), table.cell(0, status.ordinal()));
        }
        MeanChange mean = mean(change, byStatus);
        boolean told = mean.value() != null;
        return new Row(
                change.measure(),
                change.series(),
                change.name(),
                change.domain(),
                change.unit(),
                sum(byStatus),
                byStatus,
                table.cell(0, STATUSES.length),
                Share.ofKnown(byStatus),
                told ? MeanChange.mean(change.known(), change.sums().before()) : null,
                told ? MeanChange.mean(change.known(), change.sums().after()) : null,
                mean);
    }

    /** A mean over a hidden few would tell of them, and the mean of yes and no would be a count. */
    private static MeanChange mean(ChangeOfMeasure change, Map<String, PublishedCount> shown) {
        boolean hidden = Share.KNOWN.stream()
                .map(status -> shown.getOrDefault(status.code(), PublishedCount.of(0)))
                .anyMatch(count -> count.value() == null);
        if (hidden) {
            return MeanChange.without("c");
        }
        if (change.yesOrNo() || change.known() == 0) {
            return MeanChange.without("z");
        }
        ChangeOfMeasure.Sums sums = change.sums();
        return MeanChange.of(change.known(), sums.after().subtract(sums.before()), sums.squares());
    }

    private static PublishedCount sum(Map<String, PublishedCount> shown) {
        long sum = 0;
        boolean hidden = false;
        for (PublishedCount count : shown.values()) {
            Long value = count.value();
            sum += value == null ? 0 : value;
            hidden |= value == null;
        }
        return sum == 0 && hidden ? new PublishedCount(null, "c") : new PublishedCount(sum, null);
    }

    /** The rows as CSV, with the figures of the JSON and symbols where these are null. */
    String csv() {
        List<String> header = new ArrayList<>(List.of(
                "measure",
                "series",
                "name",
                "domain",
                "unit",
                "pairs",
                "better",
                "same",
                "worse",
                "unknown",
                "unpaired"));
        for (Status status : Share.KNOWN) {
            header.addAll(List.of(status.code() + "Share", status.code() + "Low", status.code() + "High"));
        }
        header.addAll(List.of("meanBefore", "meanAfter", "meanChange", "meanChangeLow", "meanChangeHigh"));
        StringBuilder csv = new StringBuilder(Csv.line(header));
        results.forEach(row -> csv.append(Csv.line(cells(row))));
        return csv.toString();
    }

    private static List<Object> cells(Row row) {
        List<Object> cells = new ArrayList<>(List.of(
                row.measure(),
                row.series(),
                row.name(),
                row.domain(),
                row.unit(),
                row.pairs().shown()));
        row.byStatus().values().forEach(count -> cells.add(count.shown()));
        cells.add(row.unpaired().shown());
        row.shares().values().forEach(share -> cells.addAll(share.cells()));
        String why = String.valueOf(row.meanChange().symbol());
        BigDecimal before = row.meanBefore();
        BigDecimal after = row.meanAfter();
        cells.add(before == null ? why : before);
        cells.add(after == null ? why : after);
        cells.addAll(row.meanChange().cells());
        return cells;
    }
}
