package org.totalplace.gateway.page.concentration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Bar;
import org.totalplace.gateway.page.Published;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.Pence;

/**
 * On how few people a year's cost falls, ready to print.
 *
 * @param sentence the answer in one sentence; null where too few people stand behind it
 * @param range how far doubtful links move the cost of a person; null where they do not
 * @param seenBy the heads of the columns that say how many agencies people see
 */
public record ConcentrationView(
        String asOf,
        String persons,
        String costAPerson,
        @Nullable String range,
        @Nullable String sentence,
        List<String> seenBy,
        List<Row> rows) {

    /** @param seen how many of them see so many agencies */
    public record Row(
            String who, String persons, String cost, String share, Bar bar, String meanAgencies, List<String> seen) {}

    private static final int EVERYBODY = 100;

    /** Whether nobody has a cost in the year. */
    public boolean empty() {
        return rows.isEmpty() || persons.equals("0");
    }

    static ConcentrationView of(ConcentrationAnswer answer, Words words) {
        ConcentrationAnswer.CostAPerson each = answer.costAPerson();
        ConcentrationAnswer.Persons persons = answer.persons();
        return new ConcentrationView(
                words.day(answer.asOf()),
                Published.shown(persons == null ? null : persons.value()),
                each == null ? "x" : Published.pounds(each.value(), each.symbol()),
                each == null ? null : range(each, words),
                sentence(answer, words),
                answer.bands().stream()
                        .findFirst()
                        .map(band -> band.seen().stream()
                                .map(ConcentrationAnswer.Seen::agencies)
                                .toList())
                        .orElse(List.of()),
                answer.bands().stream().map(band -> row(band, words)).toList());
    }

    private static @Nullable String range(ConcentrationAnswer.CostAPerson each, Words words) {
        BigDecimal low = each.low();
        BigDecimal high = each.high();
        return low == null || high == null || low.compareTo(high) == 0
                ? null
                : words.say("page.from-to", Published.pounds(low, null), Published.pounds(high, null));
    }

    private static @Nullable String sentence(ConcentrationAnswer answer, Words words) {
        return Stream.of(10, 5, 1)
                .flatMap(top -> answer.bands().stream().filter(band -> band.top() == top))
                .filter(band -> band.share() != null)
                .findFirst()
                .map(band -> words.say(
                        "concentration.sentence",
                        Objects.requireNonNull(band.share()).toPlainString(),
                        band.top()))
                .orElse(null);
    }

    private static Row row(ConcentrationAnswer.Band band, Words words) {
        BigDecimal share = band.share();
        // A share of a hundred, in hundredths of one per cent, as a bar's length.
        Pence length = share == null ? Pence.ZERO : Pence.ofPounds(share.setScale(2, RoundingMode.HALF_UP));
        return new Row(
                band.top() == EVERYBODY
                        ? words.say("compare-areas.everybody")
                        : words.say("concentration.top", band.top()),
                Published.shown(band.persons()),
                Published.shown(band.cost()),
                share == null ? Published.number(null, band.symbol()) : share.toPlainString() + "%",
                Bar.of(length, List.of(new Pence(10_000))),
                Published.number(band.meanAgencies(), band.symbol()),
                band.seen().stream()
                        .map(seen -> Published.shown(seen.persons()))
                        .toList());
    }
}
