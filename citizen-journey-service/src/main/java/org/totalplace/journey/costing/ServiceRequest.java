package org.totalplace.journey.costing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a steward declares of a service line.
 *
 * @param unit of its activity, in the singular
 * @param activity units in the whole place in the year, whether or not they come as contacts; null where it is not
 * counted
 */
record ServiceRequest(
        @Nullable String agency,
        @Nullable String service,
        @Nullable String name,
        @Nullable String unit,
        @Nullable BigDecimal activity) {

    private static final int DECIMALS = 3;
    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    boolean isUsable() {
        return agency != null
                && !agency.isBlank()
                && service != null
                && !service.isBlank()
                && (activity == null
                        || (activity.signum() >= 0
                                && activity.compareTo(MOST) <= 0
                                && activity.stripTrailingZeros().scale() <= DECIMALS));
    }

    @Nullable
    Long thousandths() {
        return activity == null ? null : activity.movePointRight(DECIMALS).longValueExact();
    }
}
