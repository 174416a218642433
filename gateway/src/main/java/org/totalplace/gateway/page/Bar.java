package org.totalplace.gateway.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.totalplace.value.Pence;

/**
 * A bar beside an amount; the amount's own cell is its text.
 *
 * @param width percent of the longest, one decimal
 * @param negative whether the amount is below nothing
 */
public record Bar(String width, boolean negative) {

    /** @param all the amounts of the same chart */
    public static Bar of(Pence amount, Collection<Pence> all) {
        long longest =
                all.stream().mapToLong(each -> Math.abs(each.value())).max().orElse(0);
        if (longest == 0) {
            return new Bar("0", false);
        }
        BigDecimal share = BigDecimal.valueOf(Math.abs(amount.value()))
                .movePointRight(2)
                .divide(BigDecimal.valueOf(longest), 1, RoundingMode.HALF_UP);
        return new Bar(share.toPlainString(), amount.value() < 0);
    }
}
