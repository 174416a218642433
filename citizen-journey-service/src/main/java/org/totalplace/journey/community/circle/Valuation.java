package org.totalplace.journey.community.circle;

import io.swagger.v3.oas.annotations.media.Schema;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/**
 * What somebody says that an hour given is worth.
 *
 * @param source who says so, and where
 * @param year whose prices it is in
 */
@Schema(hidden = true)
record Valuation(String code, String name, String source, Pence anHour, FinancialYear year) {

    Valuation {
        if (anHour.value() <= 0) {
            throw new IllegalArgumentException("An hour is valued at more than nothing, or not valued");
        }
    }

    Pence of(long hours) {
        return new Pence(Math.multiplyExact(anHour.value(), hours));
    }
}
