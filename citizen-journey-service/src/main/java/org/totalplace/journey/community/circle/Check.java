package org.totalplace.journey.community.circle;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A check of a helper, trusted from a day to a day.
 *
 * @param until the last day
 * @param withdrawnOn from which on it no longer counts, whatever was said of its end
 */
record Check(
        CheckKind kind,
        LocalDate from,
        LocalDate until,
        @Nullable LocalDate withdrawnOn) {

    /** The longest that a check is trusted. */
    static final int MOST_YEARS = 3;

    Check {
        if (until.isBefore(from) || until.isAfter(from.plusYears(MOST_YEARS))) {
            throw new IllegalArgumentException(
                    "A check ends no earlier than it begins, and at most " + MOST_YEARS + " years later");
        }
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until) && (withdrawnOn == null || day.isBefore(withdrawnOn));
    }
}
