package org.totalplace.journey.community.listing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is met.
 *
 * @param district first half of the postcode
 * @param latitude and longitude: both, or neither; WGS 84 degrees
 */
public record Place(
        @Nullable String district,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude) {

    public Place {
        if ((latitude == null) != (longitude == null)) {
            throw new IllegalArgumentException("A point has a latitude and a longitude, or there is none");
        }
    }
}
