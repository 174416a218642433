package org.totalplace.spend.place;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.Pence;

/**
 * Which part of a wider body's money belongs to the place: the driver's value for the place over its value for the
 * body's whole area.
 *
 * @param numerator the driver's value for the place, at least 0
 * @param denominator the driver's value for the whole area, above 0 and not below the numerator
 * @param driver what is counted, for example {@code caseload}
 * @param source who counted it
 * @param year when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlaceShare(
        long numerator,
        long denominator,
        String driver,
        @Nullable String source,
        @Nullable String year) {

    public PlaceShare {
        if (denominator <= 0 || numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("A place's share is from 0 to 1, not " + numerator + "/" + denominator);
        }
        if (driver.isBlank()) {
            throw new IllegalArgumentException("A place's share needs the driver that it follows");
        }
    }

    /**
     * The place's part of each amount, by largest remainder: every part is within a penny of its exact share, and
     * together they are the share of the sum. Ties go to the earlier amount.
     */
    public List<Pence> of(List<Pence> amounts) {
        return of(amounts, of(amounts.stream().reduce(Pence.ZERO, Pence::plus)));
    }

    /**
     * The same where the share of the sum is given already, as a part of a larger sum.
     *
     * @param given within a penny of the exact share of the amounts' sum
     */
    public List<Pence> of(List<Pence> amounts, Pence given) {
        long[] parts = new long[amounts.size()];
        BigDecimal[] remainders = new BigDecimal[amounts.size()];
        long floors = 0;
        for (int i = 0; i < parts.length; i++) {
            BigDecimal product = BigDecimal.valueOf(amounts.get(i).value()).multiply(BigDecimal.valueOf(numerator));
            BigDecimal floor = product.divide(BigDecimal.valueOf(denominator), 0, RoundingMode.FLOOR);
            parts[i] = floor.longValueExact();
            remainders[i] = product.subtract(floor.multiply(BigDecimal.valueOf(denominator)));
            floors = Math.addExact(floors, parts[i]);
        }
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(given.value() - floors)
                .forEach(i -> parts[i]++);
        return IntStream.range(0, parts.length)
                .mapToObj(i -> new Pence(parts[i]))
                .toList();
    }

    /** The place's part of one amount; half a penny goes to the place. */
    public Pence of(Pence amount) {
        return amount.split(numerator, denominator - numerator)[0];
    }
}
