package org.totalplace.outcomes.claim;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.measure.Polarity;

/**
 * That a need was evidenced and that it is better now.
 *
 * @param agency who claims
 * @param id the agency's own
 * @param series which definition of the measure: the one in force when the need was evidenced
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
        int series,
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

    /** Whether the last day of observations up to that of the need has one that misses the threshold. */
    boolean isNeedSeenIn(List<Evidence> observations) {
        return observations.stream()
                .map(Evidence::day)
                .filter(day -> !day.isAfter(needOn))
                .max(Comparator.naturalOrder())
                .map(last ->
                        observations.stream().anyMatch(seen -> seen.day().equals(last) && !isReachedBy(seen.value())))
                .orElse(false);
    }
}
