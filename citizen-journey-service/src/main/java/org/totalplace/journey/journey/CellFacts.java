package org.totalplace.journey.journey;

import org.jspecify.annotations.Nullable;
import org.totalplace.value.Pence;

/**
 * What lies in one cell of a map, before disclosure control.
 *
 * @param stage null for contacts that no rule catches
 * @param contacts not deleted
 * @param subjects who took part: known persons, and subjects without one
 * @param persons known ones
 * @param cost of the known persons; null where the ledger has none of the lines
 * @param bearers of the known persons those who bear a part of the cost
 * @param largestTwo the sum of the largest two persons' parts
 */
record CellFacts(
        @Nullable String stage,
        String agency,
        long contacts,
        long subjects,
        long persons,
        @Nullable Pence cost,
        long bearers,
        Pence largestTwo) {}
