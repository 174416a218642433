package org.totalplace.journey.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model that somebody asked for, and what became of it.
 *
 * @param state {@code asked}, {@code assessed}, {@code refused} by the gate, or {@code released}
 * @param version of the model, once it is trained
 */
record Proposal(
        long proposal,
        String state,
        long seed,
        String askedBy,
        Instant askedAt,
        @Nullable String version,
        @Nullable Assessment assessment,
        @Nullable Instant assessedAt,
        @Nullable String releasedBy,
        @Nullable Instant releasedAt) {

    static String state(@Nullable Assessment assessment, @Nullable Instant releasedAt) {
        if (assessment == null) {
            return "asked";
        }
        if (releasedAt != null) {
            return "released";
        }
        return assessment.fairness().passes() ? "assessed" : "refused";
    }
}
