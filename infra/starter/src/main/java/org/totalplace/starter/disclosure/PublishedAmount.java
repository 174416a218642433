package org.totalplace.starter.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.Pence;

/**
 * Money about persons as it may be published: confidential when fewer than 8 persons stand behind it, or when the
 * largest two make up more than 90 % of it (the dominance rule of {@code method.md}).
 *
 * @param value pounds, null when not shown
 * @param symbol {@code c} when confidential, else null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PublishedAmount(
        @Nullable BigDecimal value, @Nullable String symbol) {

    private static final MathContext TWO_FIGURES = new MathContext(2, RoundingMode.HALF_UP);

    /**
     * @param persons how many persons stand behind the amount
     * @param largestTwo the sum of the largest two persons' parts
     */
    public static PublishedAmount of(Pence amount, long persons, Pence largestTwo) {
        boolean few = persons > 0 && persons <= PublishedCount.CONFIDENTIAL_UP_TO;
        boolean dominated = persons > 0 && Math.abs(largestTwo.value()) > Math.abs(amount.value()) / 10 * 9;
        return few || dominated ? new PublishedAmount(null, "c") : new PublishedAmount(amount.pounds(), null);
    }

    /**
     * The same of a part of a larger group whose amounts are published to the penny: as many persons as are published,
     * times a mean of two figures. It is as vague as the count, so that the larger amount less those of other parts
     * tells nothing of the few who are left.
     */
    public static PublishedAmount roughly(Pence amount, long persons, Pence largestTwo) {
        PublishedAmount exact = of(amount, persons, largestTwo);
        BigDecimal pounds = exact.value();
        Long shown = PublishedCount.of(persons).value();
        if (pounds == null || shown == null || persons == 0) {
            return exact;
        }
        BigDecimal mean = pounds.divide(BigDecimal.valueOf(persons), TWO_FIGURES);
        return new PublishedAmount(
                mean.multiply(BigDecimal.valueOf(shown)).setScale(2, RoundingMode.HALF_UP), exact.symbol());
    }

    /** What a table cell or CSV field shows. */
    public String shown() {
        return value == null ? String.valueOf(symbol) : value.toPlainString();
    }
}
