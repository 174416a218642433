package org.totalplace.journey.journey;

import java.util.List;

/**
 * How contacts lie on a map, before disclosure control.
 *
 * @param persons known ones, anywhere on the map
 */
record MapFacts(List<CellFacts> cells, long persons) {

    MapFacts {
        cells = List.copyOf(cells);
    }
}
