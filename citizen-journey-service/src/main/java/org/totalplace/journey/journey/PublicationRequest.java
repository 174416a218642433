package org.totalplace.journey.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST .../maps/{map}/publication}.
 *
 * @param reason why the map is changed
 * @param effectFrom the first day on which the version is in force; null for at once
 */
record PublicationRequest(@Nullable String reason, @Nullable LocalDate effectFrom) {

    private static final ZoneId HOME = ZoneId.of("Europe/London");
    private static final int LONGEST = 2_000;

    Optional<MapRefused> objection(Instant now) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            return Optional.of(
                    new MapRefused("reason", "Say in 1 to " + LONGEST + " characters why the map is changed."));
        }
        LocalDate today = now.atZone(HOME).toLocalDate();
        return effectFrom != null && effectFrom.isBefore(today)
                ? Optional.of(new MapRefused(
                        "effectFrom",
                        "A version has effect from today (" + today + ") or a later day, not from " + effectFrom
                                + ": what was told before then stays as it was told."))
                : Optional.empty();
    }

    /** When there is no objection. */
    Instant effect(Instant now) {
        return effectFrom == null ? now : effectFrom.atStartOfDay(HOME).toInstant();
    }
}
