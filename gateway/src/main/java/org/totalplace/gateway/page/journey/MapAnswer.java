package org.totalplace.gateway.page.journey;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Published;
import org.totalplace.value.Pence;

/** A year's contacts on one map as citizen-journey-service answers them. */
record MapAnswer(
        String map,
        String name,
        @Nullable String asOf,
        List<MapList.Stage> stages,
        Published.@Nullable Count persons,
        List<Cell> cells,
        List<StageTotal> byStage,
        List<AgencyTotal> byAgency,
        @Nullable Total total,
        @Nullable Unmapped unmapped) {

    record Cell(
            @Nullable String stage,
            String agency,
            Published.@Nullable Count contacts,
            Published.@Nullable Count persons,
            Published.@Nullable Amount cost) {}

    record StageTotal(String stage, Total total) {}

    record AgencyTotal(String agency, Total total) {}

    record Total(long contacts, BigDecimal cost) {

        public String shownCost() {
            return Money.shown(Pence.ofPounds(cost));
        }

        public String shownContacts() {
            return "%,d".formatted(contacts);
        }
    }

    record Unmapped(List<Cell> cells) {

        Unmapped {
            cells = cells == null ? List.of() : List.copyOf(cells);
        }
    }

    MapAnswer {
        stages = stages == null ? List.of() : List.copyOf(stages);
        cells = cells == null ? List.of() : List.copyOf(cells);
        byStage = byStage == null ? List.of() : List.copyOf(byStage);
        byAgency = byAgency == null ? List.of() : List.copyOf(byAgency);
    }
}
