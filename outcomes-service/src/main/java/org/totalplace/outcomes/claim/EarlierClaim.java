package org.totalplace.outcomes.claim;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a claim said before it was changed.
 *
 * @param threshold in thousandths of the measure's unit
 * @param otherReference whether it was about another of the agency's references
 * @param saidUntil when it was changed
 */
record EarlierClaim(
        String measure,
        LocalDate needOn,
        String needEvidence,
        long threshold,
        int sustainedDays,
        String evidenceSource,
        boolean otherReference,
        Instant saidUntil) {}
