package org.totalplace.journey.journey;

import org.jspecify.annotations.Nullable;

/**
 * What should come after a stage.
 *
 * @param stage that follows
 * @param withinDays after the day on which the stage before it ended
 * @param agency whose job it is; null for any
 */
public record Expectation(
        String stage, int withinDays, @Nullable String agency) {}
