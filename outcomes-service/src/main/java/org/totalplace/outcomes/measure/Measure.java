package org.totalplace.outcomes.measure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is measured. Values are held in thousandths of the unit.
 *
 * @param code lower-case words with hyphens
 * @param polarity which direction is better
 * @param source framework that defines it, with its code
 * @param minimum lowest value allowed, in thousandths
 * @param maximum highest value allowed, in thousandths
 * @param smallestChange a change of less is the same, in thousandths
 */
public record Measure(
        String code,
        String name,
        String definition,
        String unit,
        Polarity polarity,
        Domain domain,
        @Nullable String source,
        @Nullable Long minimum,
        @Nullable Long maximum,
        long smallestChange) {

    private static final int DECIMALS = 3;

    /** Whether the measure allows the value, given in thousandths. */
    public boolean allows(long value) {
        return (minimum == null || value >= minimum) && (maximum == null || value <= maximum);
    }

    /** The range in words, for whoever sent a value outside it. */
    public String allowed() {
        if (minimum == null && maximum == null) {
            return "any number";
        }
        if (minimum == null) {
            return "at most " + unit(maximum);
        }
        return maximum == null ? "at least " + unit(minimum) : unit(minimum) + " to " + unit(maximum);
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
