package org.totalplace.journey.community.circle;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * What a member asks for.
 *
 * @param member who asks
 * @param languages that they speak
 * @param neededOn the day on which they first need it
 */
record Wanted(
        UUID member, GridSquare square, String skill, Set<String> times, Set<String> languages, LocalDate neededOn) {

    Wanted {
        times = Set.copyOf(times);
        languages = Set.copyOf(languages);
    }
}
