package org.totalplace.journey.journey;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a map that somebody proposes.
 *
 * @param basedOn the version in force when it was proposed
 * @param proposedBy in which role; never who
 * @param reason why it was taken or declined
 */
record MapProposal(
        UUID id,
        JourneyMap map,
        String words,
        int basedOn,
        String proposedBy,
        LocalDate proposedOn,
        String stage,
        @Nullable String reason,
        @Nullable LocalDate decidedOn) {}
