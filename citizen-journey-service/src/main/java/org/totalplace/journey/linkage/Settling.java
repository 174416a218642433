package org.totalplace.journey.linkage;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When enough has settled for a full run: nothing new for a while, or the first change has waited long; and, where the
 * quick step has placed all that changed, the last run lies so far back that runs take a small share of the time
 * however large the place is. Not for several threads.
 */
final class Settling {

    private final Duration quiet;
    private final Duration patience;
    private final int rest;
    private long latest = -1;
    private @Nullable Instant changedAt;
    private @Nullable Instant waitingSince;
    private Instant restsUntil = Instant.MIN;

    Settling(Duration quiet, Duration patience, int rest) {
        this.quiet = quiet;
        this.patience = patience;
        this.rest = rest;
    }

    /**
     * Takes note of what is due now.
     *
     * @param stamp of the latest change that is due; negative when none is
     * @param placed whether the quick step has placed all that is due
     */
    boolean isTime(long stamp, boolean placed, Instant now) {
        if (stamp < 0) {
            nothingDue();
            return false;
        }
        if (waitingSince == null) {
            waitingSince = now;
        }
        if (changedAt == null || stamp != latest) {
            latest = stamp;
            changedAt = now;
        }
        boolean settled = !now.isBefore(changedAt.plus(quiet)) || !now.isBefore(waitingSince.plus(patience));
        return settled && !(placed && now.isBefore(restsUntil));
    }

    /** A run has ended that took so long: what comes now waits anew. */
    void done(Duration took, Instant now) {
        nothingDue();
        restsUntil = now.plus(took.multipliedBy(rest));
    }

    private void nothingDue() {
        changedAt = null;
        waitingSince = null;
    }
}
