package org.totalplace.outcomes.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.measure.Status;
import org.totalplace.outcomes.summary.Share;
import org.totalplace.outcomes.summary.Wilson;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.disclosure.PublishedTable;
import org.totalplace.starter.paging.Csv;

/**
 * Persons who reached a stage of a journey beside persons alike who did not, as it may be published. It tells what was
 * seen in two groups and never why.
 *
 * @param matchedOn what the two of a pair have the same of
 * @param difference share of better of those who reached the stage minus that of the others
 */
record Comparison(
        String journey,
        String reached,
        String measure,
        Instant asOf,
        String note,
        List<String> matchedOn,
        List<Group> results,
        Difference difference,
        List<Balance> balance) {

    static final String NOTE = "Two groups side by side, alike in what they were matched on and perhaps not in else."
            + " The figures say what was seen of each; they do not say why.";

    private static final List<String> MATCHED_ON = List.of("age-band", "sex", "map", "contacts-before-band");
    private static final int DECIMALS = 3;

    /**
     * One of the two groups.
     *
     * @param group {@code reached} or {@code not-reached}
     * @param persons matched ones, from what is shown
     * @param unmatched who have two readings and found nobody alike
     */
    @Schema(name = "ComparisonGroup")
    record Group(
            String group,
            PublishedCount persons,
            Map<String, PublishedCount> byStatus,
            PublishedCount unmatched,
            Map<String, Share> shares) {

        private PublishedCount better() {
            return Objects.requireNonNull(byStatus.get(Status.BETTER.code()));
        }
    }

    /** A difference of two shares with its 95 % interval; null with a symbol where it is not told. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "ComparisonDifference")
    record Difference(
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable String symbol) {

        /**
         * The interval of two independent shares by their score intervals (Newcombe, "Interval estimation for the
         * difference between independent proportions", Statistics in Medicine 17, 1998, method 10). Matched persons are
         * more alike than independent ones, so it is rather too wide than too narrow.
         */
        static Difference of(Group one, Group other) {
            Share first = better(one);
            Share second = better(other);
            if (first.value() == null || second.value() == null) {
                return new Difference(
                        null, null, null, String.valueOf(first.value() == null ? first.symbol() : second.symbol()));
            }
            return of(many(one.better()), many(one.persons()), many(other.better()), many(other.persons()));
        }

        static Difference of(long better, long persons, long othersBetter, long others) {
            Wilson one = Wilson.of(better, persons);
            Wilson other = Wilson.of(othersBetter, others);
            double first = (double) better / persons;
            double second = (double) othersBetter / others;
            double low = Math.hypot(first - one.low(), other.high() - second);
            double high = Math.hypot(one.high() - first, second - other.low());
            return new Difference(
                    rounded(first - second), rounded(first - second - low), rounded(first - second + high), null);
        }

        private static long many(PublishedCount count) {
            return Objects.requireNonNull(count.value());
        }

        Object shown(@Nullable BigDecimal figure) {
            return figure == null ? String.valueOf(symbol) : figure;
        }

        private static BigDecimal rounded(double share) {
            return BigDecimal.valueOf(share).setScale(DECIMALS, RoundingMode.HALF_UP);
        }
    }

    static Comparison of(ChangeAsked asked, String stage, Instant asOf, List<Candidate> all) {
        Matched matched = Matched.of(all);
        long reached = all.stream().filter(Candidate::reached).count();
        PublishedTable table = PublishedTable.of(
                new long[][] {counts(matched.reached(), reached), counts(matched.others(), all.size() - reached)});
        Group with = group("reached", table, 0);
        Group without = group("not-reached", table, 1);
        return new Comparison(
                asked.journey(),
                stage,
                String.valueOf(asked.measure()),
                asOf,
                NOTE,
                MATCHED_ON,
                List.of(with, without),
                Difference.of(with, without),
                Balance.of(all, matched));
    }

    private static long[] counts(List<Candidate> matched, long all) {
        long[] counts = new long[Share.KNOWN.size() + 1];
        for (int status = 0; status < Share.KNOWN.size(); status++) {
            Status one = Share.KNOWN.get(status);
            counts[status] =
                    matched.stream().filter(person -> person.status() == one).count();
        }
        counts[Share.KNOWN.size()] = all - matched.size();
        return counts;
    }

    private static Group group(String name, PublishedTable table, int row) {
        Map<String, PublishedCount> byStatus = new LinkedHashMap<>();
        long persons = 0;
        boolean hidden = false;
        for (int status = 0; status < Share.KNOWN.size(); status++) {
            PublishedCount count = table.cell(row, status);
            byStatus.put(Share.KNOWN.get(status).code(), count);
            persons += Objects.requireNonNullElse(count.value(), 0L);
            hidden |= count.value() == null;
        }
        return new Group(
                name,
                persons == 0 && hidden ? new PublishedCount(null, "c") : new PublishedCount(persons, null),
                byStatus,
                table.cell(row, Share.KNOWN.size()),
                Share.ofKnown(byStatus));
    }

    private static Share better(Group group) {
        return Objects.requireNonNull(group.shares().get(Status.BETTER.code()));
    }

    /** The groups, their difference and the balance as CSV, with symbols where a figure is null. */
    String csv() {
        StringBuilder csv = new StringBuilder(Csv.line(List.of(
                "row",
                "name",
                "persons",
                "better",
                "same",
                "worse",
                "unmatched",
                "betterShare",
                "betterLow",
                "betterHigh",
                "everybody",
                "matched")));
        for (Group group : results) {
            List<Object> cells = new ArrayList<>(
                    List.of("group", group.group(), group.persons().shown()));
            group.byStatus().values().forEach(count -> cells.add(count.shown()));
            cells.add(group.unmatched().shown());
            cells.addAll(better(group).cells());
            cells.addAll(List.of("", ""));
            csv.append(Csv.line(cells));
        }
        csv.append(Csv.line(List.of(
                "difference",
                "better",
                "",
                "",
                "",
                "",
                "",
                difference.shown(difference.value()),
                difference.shown(difference.low()),
                difference.shown(difference.high()),
                "",
                "")));
        for (Balance one : balance) {
            csv.append(Csv.line(List.of(
                    "balance",
                    one.variable(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    one.everybody().shown(),
                    one.matched().shown())));
        }
        return csv.toString();
    }
}
