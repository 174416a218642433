package org.totalplace.journey.due;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a queue to come to rest before it is worked off, so that a flood is recomputed once and not over and over, but never longer than
 * a limit. Not safe for use by several threads.
 */
public final class Patience {

    private final Duration limit;
    private @Nullable Instant waitingSince;
    private long seen;

    /** @param limit after so long work begins though the queue still grows */
    public Patience(Duration limit) {
        this.limit = limit;
    }

    /**
     * Whether it is time to begin.
     *
     * @param latest of the queue, a number that grows with every arrival; 0 when the queue is empty
     */
    public boolean isOver(long latest, Instant now) {
        if (latest == 0) {
            waitingSince = null;
            return false;
        }
        Instant since = waitingSince == null ? now : waitingSince;
        boolean quiet = waitingSince != null && latest == seen;
        seen = latest;
        if (quiet || Duration.between(since, now).compareTo(limit) >= 0) {
            waitingSince = null;
            return true;
        }
        waitingSince = since;
        return false;
    }
}
