package org.totalplace.journey.journey;

import java.time.Instant;

/**
 * What a steward works on before it becomes a version.
 *
 * @param basedOn the highest version when it was begun, 0 where there was none
 */
record Draft(JourneyMap map, int basedOn, String author, Instant savedAt) {}
