package org.totalplace.journey.community.listing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service that was checked, and by what it is found.
 *
 * @param id as its directory has it
 * @param document the full service in the standard's shape
 * @param name of the service
 * @param status one of the standard's
 * @param organization id of who provides it
 * @param words what is searched beside the name
 * @param accessibility in the directory's words
 * @param languages codes and names, in lower case
 * @param minimumAge in years
 * @param maximumAge in years
 * @param assured the day on which the information was last checked
 * @param modified when the directory last changed it
 */
public record Listing(
        String id,
        ObjectNode document,
        String name,
        String status,
        @Nullable String organization,
        String words,
        String accessibility,
        List<String> languages,
        List<Term> terms,
        List<Place> places,
        List<Opening> openings,
        @Nullable BigDecimal minimumAge,
        @Nullable BigDecimal maximumAge,
        @Nullable LocalDate assured,
        @Nullable Instant modified) {

    public Listing {
        languages = List.copyOf(languages);
        terms = List.copyOf(terms);
        places = List.copyOf(places);
        openings = List.copyOf(openings);
    }
}
