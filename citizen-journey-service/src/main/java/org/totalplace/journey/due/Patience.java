package org.totalplace.journey.due;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a queue to come to rest before it is worked off, so that a flood is recomputed once and not over and over,
 * but never longer than a limit. Not safe for use by several threads.
 */
public final class Patience {

    /** So many arrivals while waiting are a flood. */
    private static final long FLOOD = 5_000;

    private final Duration limit;
    private final Duration floodLimit;
    private @Nullable Instant waitingSince;
    private long first;
    private long seen;

    /**
     * @param limit after so long work begins though the queue still grows
     * @param floodLimit the same where thousands arrive
     */
    public Patience(Duration limit, Duration floodLimit) {
        this.limit = limit;
        this.floodLimit = floodLimit;
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
        boolean quiet = waitingSince != null && latest == seen;
        Instant since = waitingSince == null ? now : waitingSince;
        first = waitingSince == null ? latest : first;
        seen = latest;
        Duration most = latest - first < FLOOD ? limit : floodLimit;
        if (quiet || Duration.between(since, now).compareTo(most) >= 0) {
            waitingSince = null;
            return true;
        }
        waitingSince = since;
        return false;
    }
}
