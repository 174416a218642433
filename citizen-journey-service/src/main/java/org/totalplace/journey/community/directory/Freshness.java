package org.totalplace.journey.community.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How old the information about a service is.
 *
 * @param basis {@code assured} where somebody checked it, {@code modified} where it was only changed, {@code unknown}
 * @param checked the day of it
 * @param days since then
 * @param limit in days
 */
record Freshness(
        String basis, @Nullable LocalDate checked, @Nullable Long days, int limit) {

    static Freshness of(
            @Nullable LocalDate assured, @Nullable Instant modified, int limit, LocalDate today, ZoneId zone) {
        if (assured != null) {
            return new Freshness("assured", assured, ChronoUnit.DAYS.between(assured, today), limit);
        }
        if (modified != null) {
            LocalDate day = LocalDate.ofInstant(modified, zone);
            return new Freshness("modified", day, Math.max(0, ChronoUnit.DAYS.between(day, today)), limit);
        }
        return new Freshness("unknown", null, null, limit);
    }

    /** What nobody knows the age of is as doubtful as what is too old. */
    boolean stale() {
        return days == null || days > limit;
    }
}
