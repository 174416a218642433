package org.totalplace.gateway.page.place;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.Pence;

/**
 * The count of the year before, and what became of it. Who was not counted then makes no change.
 *
 * @param year its label
 */
record YearBefore(String year, @Nullable WholeArea area) {

    private static final String NOT_AVAILABLE = "x";

    /** What changed altogether, in a sentence; null where the year before has no figures. */
    @Nullable
    String sentence(WholeArea now, Words words) {
        if (area == null || area.net().signum() == 0) {
            return null;
        }
        Pence change = Pence.ofPounds(now.net()).minus(Pence.ofPounds(area.net()));
        if (change.value() == 0) {
            return words.say("place.as-much", year);
        }
        boolean more = change.value() > 0;
        return words.say(
                "place.change",
                words.spoken(more ? change : change.negated()),
                more ? "more" : "less",
                year,
                percent(change, area.net()));
    }

    /** Why the two years are not of the same agencies; null where they are. */
    @Nullable
    String caveat(WholeArea now, Words words) {
        if (area == null || area.net().signum() == 0) {
            return null;
        }
        boolean same = whole(now) && whole(area);
        return same ? null : words.say("place.caveat");
    }

    /** The change of each part by its code. */
    Map<String, String> changes(
            WholeArea now, Function<WholeArea, List<WholeArea.Part>> parts, Function<WholeArea.Part, String> code) {
        Map<String, BigDecimal> before = area == null
                ? Map.of()
                : parts.apply(area).stream()
                        .filter(part -> part.lines() > 0)
                        .collect(Collectors.toMap(code, WholeArea.Part::net, BigDecimal::add));
        return parts.apply(now).stream()
                .collect(Collectors.toMap(
                        code, part -> changed(part, before.get(code.apply(part))), (one, other) -> one));
    }

    private static String changed(WholeArea.Part now, @Nullable BigDecimal before) {
        if (before == null || now.lines() == 0) {
            return NOT_AVAILABLE;
        }
        Pence change = Pence.ofPounds(now.net()).minus(Pence.ofPounds(before));
        String sign = change.value() > 0 ? "+" : "";
        return sign + Money.shown(change) + (before.signum() == 0 ? "" : " (" + percent(change, before) + ")");
    }

    private static String percent(Pence change, BigDecimal of) {
        String digits = change.pounds()
                .movePointRight(2)
                .divide(of.abs(), 1, RoundingMode.HALF_EVEN)
                .toPlainString();
        return (change.value() > 0 ? "+" + digits : digits.replace('-', '−')) + "%";
    }

    private static boolean whole(WholeArea area) {
        return area.missing().isEmpty() && area.incomplete().isEmpty();
    }

    static String agency(WholeArea.Part part) {
        return Objects.toString(part.agency(), "");
    }

    static String function(WholeArea.Part part) {
        return Objects.toString(part.function(), "");
    }
}
