package org.totalplace.gateway.page.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A share with its interval as a line with a mark, beside the words that say the same.
 *
 * @param low where the line begins, per cent of the width
 * @param length of the line
 * @param mark where the share is
 */
record Whisker(String low, String length, String mark) {

    static @Nullable Whisker of(SummaryAnswer.@Nullable Share share) {
        if (share == null || share.value() == null || share.low() == null || share.high() == null) {
            return null;
        }
        BigDecimal from = percent(share.low());
        return new Whisker(
                from.toPlainString(),
                percent(share.high()).subtract(from).toPlainString(),
                percent(share.value()).toPlainString());
    }

    private static BigDecimal percent(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
    }
}
