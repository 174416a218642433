package org.totalplace.outcomes.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mean of the differences of pairs with its 95 % interval by Student's t, in the measure's unit; null with a symbol
 * where it is not told.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record MeanChange(
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable String symbol) {

    /** More would tell how many pairs there are, and one pair more or less what it is. */
    private static final int DECIMALS = 1;

    private static final int THOUSANDTHS = 3;

    /** The standard normal deviate that leaves 2.5 % on either side. */
    private static final double Z = 1.959963984540054;

    static MeanChange without(String symbol) {
        return new MeanChange(null, null, null, symbol);
    }

    /**
     * @param pairs at least 2
     * @param sum of the differences, in thousandths
     * @param squares sum of their squares
     */
    static MeanChange of(long pairs, BigDecimal sum, BigDecimal squares) {
        if (pairs < 2) {
            throw new IllegalArgumentException("An interval needs two pairs or more, not " + pairs);
        }
        BigDecimal count = BigDecimal.valueOf(pairs);
        // The sum of squared deviations, exactly: squares - sum * sum / n, divided last.
        double deviations = squares.multiply(count)
                .subtract(sum.multiply(sum))
                .divide(count, MathContext.DECIMAL128)
                .doubleValue();
        double half = deviate(pairs - 1) * Math.sqrt(deviations / (pairs - 1) / pairs);
        double mean = sum.divide(count, MathContext.DECIMAL128).doubleValue();
        return new MeanChange(mean(pairs, sum), inUnits(mean - half), inUnits(mean + half), null);
    }

    /** The mean alone, of values in thousandths. */
    static BigDecimal mean(long of, BigDecimal sum) {
        return sum.movePointLeft(THOUSANDTHS).divide(BigDecimal.valueOf(of), DECIMALS, RoundingMode.HALF_UP);
    }

    /**
     * The deviate of Student's t that leaves 2.5 % on either side, by Fisher's expansion about the normal one
     * (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5); right to 0.001 from 7 degrees of freedom on.
     */
    static double deviate(long degrees) {
        double square = Z * Z;
        double first = Z * (square + 1) / 4;
        double second = Z * ((5 * square + 16) * square + 3) / 96;
        double third = Z * (((3 * square + 19) * square + 17) * square - 15) / 384;
        double fourth = Z * ((((79 * square + 776) * square + 1_482) * square - 1_920) * square - 945) / 92_160;
        return Z + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees;
    }

    private static BigDecimal inUnits(double thousandths) {
        return BigDecimal.valueOf(thousandths).movePointLeft(THOUSANDTHS).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    List<Object> cells() {
        BigDecimal mean = value;
        BigDecimal from = low;
        BigDecimal to = high;
        if (mean == null || from == null || to == null) {
            String why = String.valueOf(symbol);
            return List.of(why, why, why);
        }
        return List.of(mean, from, to);
    }
}
