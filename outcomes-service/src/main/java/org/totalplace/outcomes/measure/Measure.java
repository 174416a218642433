package org.totalplace.outcomes.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, by one definition. A changed definition starts a new series, so that nobody compares values that
 * mean different things. Values are held in thousandths of the unit.
 *
 * @param code lower-case words with hyphens
 * @param series counts the definitions of a code, from 1
 * @param since the first day of observations that this definition is for
 * @param polarity which direction is better
 * @param source framework that defines it
 * @param sourceCode what the framework calls it
 */
public record Measure(
        String code,
        int series,
        LocalDate since,
        String name,
        String definition,
        String unit,
        Polarity polarity,
        Domain domain,
        @Nullable String source,
        @Nullable String sourceCode,
        Allowed allowed,
        Rule rule) {

    /** The measure that goals set by persons are told under; it has no observations of agencies. */
    public static final String OWN_GOAL = "own-goal";

    /** Since when a definition counts that nobody dated: any day. */
    public static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private static final int DECIMALS = 3;

    public Measure {
        if (series < 1) {
            throw new IllegalArgumentException("Series count from 1, not " + series);
        }
    }

    /** The definition for a day, of the definitions of one code in the order of their series. */
    public static Optional<Measure> on(LocalDate day, List<Measure> definitions) {
        return definitions.stream()
                .filter(definition -> !definition.since().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    /** Whether values under both mean the same; name, domain and source may differ. */
    boolean means(Measure other) {
        return definition.equals(other.definition)
                && unit.equals(other.unit)
                && polarity == other.polarity
                && allowed.equals(other.allowed)
                && rule.equals(other.rule);
    }

    /** The same definition at another place among the definitions of its code. */
    Measure as(int otherSeries, LocalDate otherSince) {
        return new Measure(
                code,
                otherSeries,
                otherSince,
                name,
                definition,
                unit,
                polarity,
                domain,
                source,
                sourceCode,
                allowed,
                rule);
    }

    /**
     * Thousandths of a value.
     *
     * @throws ArithmeticException if it has more than three decimals or is too large
     */
    public static long thousandths(BigDecimal value) {
        return value.movePointRight(DECIMALS).longValueExact();
    }

    /** The value of so many thousandths, without trailing zeros; null stays null. */
    public static @Nullable BigDecimal unit(@Nullable Long thousandths) {
        if (thousandths == null) {
            return null;
        }
        BigDecimal value = BigDecimal.valueOf(thousandths, DECIMALS).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
