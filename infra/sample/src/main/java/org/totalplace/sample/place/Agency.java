package org.totalplace.sample.place;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.AgencyCode;

/**
 * A partner of the place.
 *
 * @param aliases other names that the partnership knows it by
 * @param printed how other bodies' payments print it: spellings and usual forms of its names
 * @param share   for a body that serves more than the place, else null
 */
public record Agency(
        AgencyCode code,
        String name,
        String kind,
        List<String> aliases,
        List<String> printed,
        @Nullable PlaceShare share) {

    public Agency {
        aliases = List.copyOf(aliases);
        printed = List.copyOf(printed);
    }
}
