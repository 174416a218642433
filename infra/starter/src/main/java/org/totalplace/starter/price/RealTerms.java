package org.totalplace.starter.price;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Brings money of one year into the prices of another: real = nominal × index of the prices' year / index of its own.
 *
 * @param prices the year whose prices they are
 * @param index of the money's own year
 * @param priceIndex of the prices' year
 * @param source of the series
 * @param status {@code outturn}, or {@code provisional} if one of the two indices still is
 */
@Schema(name = "RealTerms")
public record RealTerms(String prices, BigDecimal index, BigDecimal priceIndex, String source, String status) {

    public RealTerms {
        if (index.signum() <= 0 || priceIndex.signum() <= 0) {
            throw new IllegalArgumentException("A deflator is above 0, not " + index + " or " + priceIndex);
        }
    }

    /** The amount in the prices' year, rounded to the penny at the very end. */
    public BigDecimal of(BigDecimal pounds) {
        return pounds.multiply(priceIndex).divide(index, 2, RoundingMode.HALF_EVEN);
    }
}
