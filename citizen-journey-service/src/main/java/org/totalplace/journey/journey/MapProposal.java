package org.totalplace.journey.journey;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a map that somebody proposes.
 *
 * @param basedOn the version in force when it was proposed
 * @param proposedBy in which role; never who
 * @param passed whether everybody reads the words: a resident's are read by a steward first
 * @param reason why it was taken or declined
 */
record MapProposal(
        UUID id,
        JourneyMap map,
        String words,
        boolean passed,
        int basedOn,
        String proposedBy,
        LocalDate proposedOn,
        String stage,
        @Nullable String reason,
        @Nullable LocalDate decidedOn) {

    /** The words for whoever reads; null where they wait for a steward. */
    @Nullable
    String wordsFor(boolean steward) {
        return passed || steward ? words : null;
    }
}
