package org.totalplace.spend.place;

import org.jspecify.annotations.Nullable;

/**
 * How many people live in a place.
 *
 * @param source who counted or estimated them; null where nobody said
 * @param year of which they are, for example {@code mid-2024}; null where nobody said
 */
public record Population(
        long people, @Nullable String source, @Nullable String year) {

    public Population {
        if (people <= 0) {
            throw new IllegalArgumentException("A place's population is above 0, not " + people);
        }
    }
}
