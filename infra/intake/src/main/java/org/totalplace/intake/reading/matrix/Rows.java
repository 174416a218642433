package org.totalplace.intake.reading.matrix;

import java.util.List;
import java.util.Set;

/**
 * What each row of a table says by itself.
 *
 * @param taken columns of the fields that were found, other than amounts
 * @param services whether it names a service
 * @param years whether it names a year
 * @param phases whether it names a phase
 * @param amount columns that were taken for the amount by their names
 * @param byHand whether a person said so
 */
public record Rows(
        Set<Integer> taken, boolean services, boolean years, boolean phases, List<Integer> amount, boolean byHand) {

    public Rows {
        taken = Set.copyOf(taken);
        amount = List.copyOf(amount);
    }
}
