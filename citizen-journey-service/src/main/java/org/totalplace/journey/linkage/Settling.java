package org.totalplace.journey.linkage;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When enough has settled for a full run: nothing new for a while, or the first change has waited long. Not for several
 * threads.
 */
final class Settling {

    private final Duration quiet;
    private final Duration patience;
    private long latest = -1;
    private @Nullable Instant changedAt;
    private @Nullable Instant waitingSince;

    Settling(Duration quiet, Duration patience) {
        this.quiet = quiet;
        this.patience = patience;
    }

    /**
     * Takes note of what is due now.
     *
     * @param stamp of the latest change that is due; negative when none is
     */
    boolean isTime(long stamp, Instant now) {
        if (stamp < 0) {
            done();
            return false;
        }
        if (waitingSince == null) {
            waitingSince = now;
        }
        if (changedAt == null || stamp != latest) {
            latest = stamp;
            changedAt = now;
        }
        return !now.isBefore(changedAt.plus(quiet)) || !now.isBefore(waitingSince.plus(patience));
    }

    /** A run has ended: what comes now waits anew. */
    void done() {
        changedAt = null;
        waitingSince = null;
    }
}
