package org.totalplace.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * An exact amount of money in pence, negative for credits. Arithmetic that would overflow 64 bits throws
 * {@link ArithmeticException}; nothing here rounds unless its name says how.
 *
 * @param value whole pence
 */
public record Pence(long value) implements Comparable<Pence> {

    public static final Pence ZERO = new Pence(0);

    /**
     * Reads pounds as a decimal, for example {@code 12.50}.
     *
     * @throws ArithmeticException if the amount has a fraction of a penny
     */
    public static Pence ofPounds(String pounds) {
        return ofPounds(new BigDecimal(pounds));
    }

    /** Reads pounds; a fraction of a penny throws {@link ArithmeticException}. */
    public static Pence ofPounds(BigDecimal pounds) {
        return new Pence(
                pounds.movePointRight(2).setScale(0, RoundingMode.UNNECESSARY).longValueExact());
    }

    public Pence plus(Pence other) {
        return new Pence(Math.addExact(value, other.value));
    }

    public Pence minus(Pence other) {
        return new Pence(Math.subtractExact(value, other.value));
    }

    public Pence negated() {
        return new Pence(Math.negateExact(value));
    }

    /** Pounds with two decimals. */
    public BigDecimal pounds() {
        return BigDecimal.valueOf(value, 2);
    }

    /**
     * Splits the amount in proportion to the weights by largest remainder: every part is within a penny of its exact
     * share, and the parts add up to the whole. Ties go to the earlier weight.
     *
     * @param weights at least one, none negative, not all zero
     * @return one part a weight, in their order
     */
    public Pence[] split(long... weights) {
        long total = checkedTotal(weights);
        BigDecimal whole = BigDecimal.valueOf(value);
        BigDecimal divisor = BigDecimal.valueOf(total);
        long[] parts = new long[weights.length];
        BigDecimal[] remainders = new BigDecimal[weights.length];
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            BigDecimal product = whole.multiply(BigDecimal.valueOf(weights[i]));
            BigDecimal floor = product.divide(divisor, 0, RoundingMode.FLOOR);
            parts[i] = floor.longValueExact();
            remainders[i] = product.subtract(floor.multiply(divisor));
            given = Math.addExact(given, parts[i]);
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(value - given)
                .forEach(i -> parts[i]++);
        return Arrays.stream(parts).mapToObj(Pence::new).toArray(Pence[]::new);
    }

    private static long checkedTotal(long[] weights) {
        long total = 0;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("A weight must not be negative: " + weight);
            }
            total = Math.addExact(total, weight);
        }
        if (total == 0) {
            throw new IllegalArgumentException("The weights add up to nothing: an amount needs somewhere to go");
        }
        return total;
    }

    @Override
    public int compareTo(Pence other) {
        return Long.compare(value, other.value);
    }

    /** Pounds with two decimals, as CSV files show them. */
    @Override
    public String toString() {
        return pounds().toPlainString();
    }
}
