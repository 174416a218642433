package org.totalplace.journey.journey;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * Sums of published cells; cells that are not shown are not in them. Persons are not summed: one person may be in
 * several cells.
 *
 * @param cost pounds
 */
record MapTotal(long contacts, BigDecimal cost) {

    static MapTotal of(List<Cell> cells) {
        return new MapTotal(
                cells.stream()
                        .map(cell -> cell.contacts().value())
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .sum(),
                cells.stream()
                        .map(cell -> cell.cost().value())
                        .filter(Objects::nonNull)
                        .reduce(new BigDecimal("0.00"), BigDecimal::add));
    }
}
