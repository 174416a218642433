package org.totalplace.journey.linkage;

import org.totalplace.linkage.Decisions;

/**
 * A pair of subjects that are alike in their encodings.
 *
 * @param schema version of the schema that both follow
 * @param likeness Dice's coefficient of the bits, 0 to 1; it stands where other links have a match probability
 */
record EncodedLink(Decisions.Pair pair, String schema, double likeness) {}
