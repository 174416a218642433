package org.totalplace.journey.personcost;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.Pence;

/**
 * A cost and how far doubt about links moves it; pounds.
 *
 * @param low when links that are not certain are left out
 * @param value as the links are
 * @param high when doubtful links are counted in
 */
record Range(BigDecimal low, BigDecimal value, BigDecimal high) {

    /** Null where there is no cost at all. Credits may turn the ends round: the smaller one is the low end. */
    static @Nullable Range of(@Nullable Pence strict, @Nullable Pence chosen, @Nullable Pence wide) {
        if (chosen == null && wide == null) {
            return null;
        }
        BigDecimal value = pounds(chosen);
        return new Range(
                pounds(strict).min(value).min(pounds(wide)),
                value,
                pounds(strict).max(value).max(pounds(wide)));
    }

    private static BigDecimal pounds(@Nullable Pence pence) {
        return (pence == null ? Pence.ZERO : pence).pounds();
    }
}
