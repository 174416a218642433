package org.totalplace.gateway.page.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Grid;
import org.totalplace.gateway.page.Published;
import org.totalplace.gateway.page.Words;

/**
 * One outcome in two areas, each beside the other with the difference, ready to print.
 *
 * @param sentence null where one of the two shares is not told
 */
record AreasView(@Nullable String sentence, Grid table) {

    static AreasView of(String first, SummaryAnswer.Row one, String second, SummaryAnswer.Row other, Words words) {
        List<List<Grid.Cell>> rows = Stream.of(
                        counts(words.say("flow.observed"), one.persons(), other.persons()),
                        counts(
                                words.say("person.status.better"),
                                one.byStatus().get("better"),
                                other.byStatus().get("better")),
                        counts(
                                words.say("person.status.same"),
                                one.byStatus().get("same"),
                                other.byStatus().get("same")),
                        counts(
                                words.say("person.status.worse"),
                                one.byStatus().get("worse"),
                                other.byStatus().get("worse")),
                        counts(
                                words.say("page.unknown"),
                                one.byStatus().get("unknown"),
                                other.byStatus().get("unknown")),
                        shares(words.say("shares.better"), share(one), share(other), words),
                        List.of(
                                words.say("shares.interval"),
                                OutcomesView.interval(share(one), words),
                                OutcomesView.interval(share(other), words),
                                "–"))
                .map(Grid::cells)
                .toList();
        return new AreasView(
                sentence(first, share(one), second, share(other), words),
                new Grid(
                        "areas",
                        words.say("compare-areas.caption"),
                        List.of(
                                Grid.Column.text(words.say("compare.figure")),
                                Grid.Column.figure(first),
                                Grid.Column.figure(second),
                                Grid.Column.figure(words.say("delivery.difference"))),
                        rows,
                        words.say("compare-areas.nothing")));
    }

    private static SummaryAnswer.@Nullable Share share(SummaryAnswer.Row row) {
        return row.shares().get("better");
    }

    private static List<String> counts(String name, Published.@Nullable Count first, Published.@Nullable Count second) {
        Long one = first == null ? null : first.value();
        Long other = second == null ? null : second.value();
        return List.of(
                name,
                Published.shown(first),
                Published.shown(second),
                one == null || other == null ? "x" : signed("%,d".formatted(other - one)));
    }

    private static List<String> shares(
            String name, SummaryAnswer.@Nullable Share first, SummaryAnswer.@Nullable Share second, Words words) {
        return List.of(name, OutcomesView.share(first), OutcomesView.share(second), difference(first, second, words));
    }

    /** Of the whole percentages that are shown, so that a reader who subtracts finds the same. */
    private static String difference(
            SummaryAnswer.@Nullable Share first, SummaryAnswer.@Nullable Share second, Words words) {
        if (first == null || second == null || first.value() == null || second.value() == null) {
            return "x";
        }
        return words.say(
                "compare-areas.points",
                signed(percent(second.value()).subtract(percent(first.value())).toPlainString()));
    }

    private static BigDecimal percent(BigDecimal share) {
        return share.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
    }

    private static String signed(String number) {
        return number.startsWith("-") ? "−" + number.substring(1) : number.equals("0") ? number : "+" + number;
    }

    private static @Nullable String sentence(
            String first,
            SummaryAnswer.@Nullable Share one,
            String second,
            SummaryAnswer.@Nullable Share other,
            Words words) {
        if (one == null || other == null || one.value() == null || other.value() == null) {
            return null;
        }
        boolean apart = beyond(one, other) || beyond(other, one);
        return words.say(
                "compare-areas.sentence",
                OutcomesView.share(one),
                first,
                OutcomesView.share(other),
                second,
                apart ? "apart" : "meet");
    }

    private static boolean beyond(SummaryAnswer.Share lower, SummaryAnswer.Share higher) {
        BigDecimal end = lower.high();
        BigDecimal beginning = higher.low();
        return end != null && beginning != null && end.compareTo(beginning) < 0;
    }
}
