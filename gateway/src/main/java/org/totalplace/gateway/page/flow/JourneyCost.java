package org.totalplace.gateway.page.flow;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Published;

/** What one journey cost by agency, and what was on no journey, as citizen-journey-service answers it. */
record JourneyCost(
        String map,
        String name,
        @Nullable String asOf,
        List<OfAgency> byAgency,
        @Nullable Unmapped unmapped) {

    record OfAgency(String agency, Total total) {}

    /** @param cost sum of the cells that are told, in pounds */
    record Total(BigDecimal cost) {}

    record Unmapped(List<Cell> cells) {

        Unmapped {
            cells = cells == null ? List.of() : List.copyOf(cells);
        }
    }

    record Cell(String agency, Published.@Nullable Amount cost) {}

    JourneyCost {
        byAgency = byAgency == null ? List.of() : List.copyOf(byAgency);
    }
}
