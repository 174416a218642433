package org.totalplace.spend.place;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.AgencyCode;

/**
 * A body that spends in the place.
 *
 * @param kind for example {@code county} or {@code nhs-trust}
 * @param aliases other names that it goes by in other bodies' books
 * @param placeShare for a body that serves more than the place; null counts all of it
 * @param officialCode of the official body that it is; null if it is none, or none is known
 */
public record Agency(
        AgencyCode code,
        String name,
        String kind,
        List<String> aliases,
        @Nullable PlaceShare placeShare,
        @Nullable String officialCode) {

    public Agency {
        if (name.isBlank() || kind.isBlank()) {
            throw new IllegalArgumentException("An agency needs a name and a kind");
        }
        aliases = List.copyOf(aliases);
    }

    /** An agency that no official list knows. */
    public Agency(AgencyCode code, String name, String kind, List<String> aliases, @Nullable PlaceShare placeShare) {
        this(code, name, kind, aliases, placeShare, null);
    }
}
