package org.totalplace.outcomes.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.measure.Status;
import org.totalplace.outcomes.summary.Share;
import org.totalplace.starter.disclosure.PublishedAmount;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.disclosure.PublishedTable;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Page;

/**
 * What a journey cost beside what became of its persons, as it may be published: the whole journey, then its variants,
 * those of few persons together.
 *
 * @param withoutCost persons with two readings none of whose contacts on the map has a cost by the ledger
 * @param inDoubt persons with a link that waits for a steward
 */
record CostBesideOutcome(
        String journey,
        String measure,
        Instant asOf,
        String note,
        PublishedCount withoutCost,
        PublishedCount inDoubt,
        List<Row> results,
        Page.Paging paging) {

    static final String NOTE =
            "Cost and outcome of the same persons side by side. Pounds a person better off divides one"
                    + " by the other; it does not say that the money did it.";

    static final String ALL = "all";
    static final String OTHERS = "others";

    private static final int CENTS = 2;
    private static final int STEP = 5;

    /**
     * The journey, or one way through it.
     *
     * @param variant stages in their order, {@code all}, or {@code others} for those of few persons
     * @param persons with two readings and a cost, from what is shown
     * @param better of these
     * @param cost pounds, of the contacts on the map by the ledger, in all years
     */
    @Schema(name = "CostBesideOutcomeRow")
    record Row(
            String variant,
            PublishedCount persons,
            Map<String, PublishedCount> byStatus,
            Share better,
            PublishedAmount cost,
            PoundsEach poundsAPersonBetterOff) {}

    /**
     * Pounds a person better off, from published figures alone.
     *
     * @param low with the upper end of the share of better
     * @param high with the lower end, and all in doubt taken to be the same human beings as others
     * @param symbol {@code c} confidential, {@code z} nobody is better off, {@code x} all may be in doubt: no high
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "PoundsAPersonBetterOff")
    record PoundsEach(
            @Nullable BigDecimal low,
            @Nullable BigDecimal value,
            @Nullable BigDecimal high,
            @Nullable String symbol) {

        static PoundsEach of(
                PublishedAmount cost, PublishedCount persons, PublishedCount better, Share share, long inDoubt) {
            BigDecimal pounds = cost.value();
            Long known = persons.value();
            Long many = better.value();
            if (pounds == null || known == null || many == null || share.value() == null) {
                return new PoundsEach(null, null, null, "c");
            }
            if (many == 0) {
                return new PoundsEach(null, null, null, "z");
            }
            long certain = known - atMost(inDoubt);
            BigDecimal high = certain <= 0 ? null : each(pounds, certain, Objects.requireNonNull(share.low()));
            return new PoundsEach(
                    each(pounds, known, Objects.requireNonNull(share.high())),
                    each(pounds, many, BigDecimal.ONE),
                    high,
                    high == null ? "x" : null);
        }

        /** Never the count itself, which may be of few. */
        private static long atMost(long inDoubt) {
            if (inDoubt > 0 && inDoubt <= PublishedCount.CONFIDENTIAL_UP_TO) {
                return PublishedCount.CONFIDENTIAL_UP_TO;
            }
            return (inDoubt + STEP - 1) / STEP * STEP;
        }

        private static BigDecimal each(BigDecimal pounds, long persons, BigDecimal share) {
            return pounds.divide(BigDecimal.valueOf(persons).multiply(share), CENTS, RoundingMode.HALF_UP);
        }

        List<Object> cells() {
            return Stream.of(low, value, high)
                    .map(figure -> figure == null ? (Object) String.valueOf(symbol) : figure)
                    .toList();
        }
    }

    static CostBesideOutcome of(ChangeAsked asked, Instant asOf, List<CostedVariant> variants) {
        CostedVariant all = variants.stream().reduce(CostedVariant.nobody(ALL), (one, other) -> one.with(other, ALL));
        List<CostedVariant> rows = new ArrayList<>();
        if (all.count() > 0) {
            rows.add(all);
            rows.addAll(told(variants));
        }
        Page<Row> page = Page.whole(rows(rows));
        return new CostBesideOutcome(
                asked.journey(),
                String.valueOf(asked.measure()),
                asOf,
                NOTE,
                PublishedCount.of(all.uncosted()),
                PublishedCount.of(all.inDoubt()),
                page.results(),
                page.paging());
    }

    /** Ways that few went are told together: alone each would point at somebody. */
    private static List<CostedVariant> told(List<CostedVariant> variants) {
        List<CostedVariant> told = new ArrayList<>();
        CostedVariant others = CostedVariant.nobody(OTHERS);
        for (CostedVariant variant : variants) {
            if (variant.count() > PublishedCount.CONFIDENTIAL_UP_TO) {
                told.add(variant);
            } else {
                others = others.with(variant, OTHERS);
            }
        }
        if (others.count() > 0) {
            told.add(others);
        }
        return told;
    }

    private static List<Row> rows(List<CostedVariant> rows) {
        long[][] counts = new long[rows.size()][Share.KNOWN.size()];
        int[] wholes = new int[rows.size()];
        for (int row = 0; row < counts.length; row++) {
            wholes[row] = row == 0 ? PublishedTable.TOP : 0;
            for (int status = 0; status < counts[row].length; status++) {
                counts[row][status] = rows.get(row).persons().getOrDefault(Share.KNOWN.get(status), 0L);
            }
        }
        PublishedTable table = PublishedTable.nested(counts, wholes);
        boolean[] hidden = hidden(rows, table);
        return IntStream.range(0, rows.size())
                .mapToObj(row -> row(rows.get(row), table, row, hidden[row]))
                .toList();
    }

    /** A cost that alone is hidden would be the whole less the others: the one of fewest persons is hidden with it. */
    private static boolean[] hidden(List<CostedVariant> rows, PublishedTable table) {
        boolean[] hidden = new boolean[rows.size()];
        int many = 0;
        for (int row = 0; row < hidden.length; row++) {
            CostedVariant one = rows.get(row);
            int place = row;
            hidden[row] = PublishedAmount.of(one.cost(), one.count(), one.largestTwo())
                                    .value()
                            == null
                    || IntStream.range(0, Share.KNOWN.size())
                            .anyMatch(status -> table.cell(place, status).value() == null);
            many += hidden[row] ? 1 : 0;
        }
        if (many == 1) {
            IntStream.range(0, hidden.length)
                    .filter(row -> !hidden[row])
                    .boxed()
                    .min(Comparator.comparingLong(row -> rows.get(row).count()))
                    .ifPresent(row -> hidden[row] = true);
        }
        return hidden;
    }

    private static Row row(CostedVariant variant, PublishedTable table, int row, boolean hidden) {
        Map<String, PublishedCount> byStatus = new LinkedHashMap<>();
        for (int status = 0; status < Share.KNOWN.size(); status++) {
            byStatus.put(Share.KNOWN.get(status).code(), table.cell(row, status));
        }
        Share better = Objects.requireNonNull(Share.ofKnown(byStatus).get(Status.BETTER.code()));
        PublishedAmount cost = hidden
                ? new PublishedAmount(null, "c")
                : PublishedAmount.roughly(variant.cost(), variant.count(), variant.largestTwo());
        PublishedCount persons = table.rowTotal(row);
        return new Row(
                variant.variant(),
                persons,
                byStatus,
                better,
                cost,
                PoundsEach.of(
                        cost,
                        persons,
                        Objects.requireNonNull(byStatus.get(Status.BETTER.code())),
                        better,
                        variant.inDoubt()));
    }

    /** The rows as CSV, with the figures of the JSON and symbols where these are null. */
    String csv() {
        StringBuilder csv = new StringBuilder(Csv.line(List.of(
                "variant",
                "persons",
                "better",
                "same",
                "worse",
                "betterShare",
                "betterLow",
                "betterHigh",
                "cost",
                "poundsLow",
                "pounds",
                "poundsHigh")));
        for (Row row : results) {
            List<Object> cells =
                    new ArrayList<>(List.of(row.variant(), row.persons().shown()));
            row.byStatus().values().forEach(count -> cells.add(count.shown()));
            cells.addAll(row.better().cells());
            cells.add(row.cost().shown());
            cells.addAll(row.poundsAPersonBetterOff().cells());
            csv.append(Csv.line(cells));
        }
        return csv.toString();
    }
}
