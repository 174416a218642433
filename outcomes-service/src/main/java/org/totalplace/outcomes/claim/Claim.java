package org.totalplace.outcomes.claim;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.measure.Polarity;

/**
 * That a need was evidenced and that it is better now.
 *
 * @param agency who claims
 * @param id the agency's own
 * @param needOn when the need was evidenced
 * @param needEvidence what showed it
 * @param threshold the value from which on the person counts as better off, in thousandths of the measure's unit
 * @param sustainedDays for how long it must hold
 * @param evidenceSource where the improvement is recorded
 * @param withdrawnReason why the agency took it back
 */
record Claim(
        String agency,
        String id,
        String measure,
        Polarity polarity,
        LocalDate needOn,
        String needEvidence,
        long threshold,
        int sustainedDays,
        String evidenceSource,
        @Nullable String withdrawnReason) {

    /** Whether the value is as good as the threshold or better. */
    boolean isReachedBy(long value) {
        return polarity == Polarity.HIGHER ? value >= threshold : value <= threshold;
    }
}
