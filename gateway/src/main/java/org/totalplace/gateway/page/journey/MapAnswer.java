package org.totalplace.gateway.page.journey;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Money;
import org.totalplace.value.Pence;

/** A year's contacts on one map as citizen-journey-service answers them. */
record MapAnswer(
        String map,
        String name,
        @Nullable String asOf,
        List<MapList.Stage> stages,
        @Nullable Count persons,
        List<Cell> cells,
        List<StageTotal> byStage,
        List<AgencyTotal> byAgency,
        @Nullable Total total,
        @Nullable Unmapped unmapped) {

    record Cell(
            @Nullable String stage,
            String agency,
            @Nullable Count contacts,
            @Nullable Count persons,
            @Nullable Amount cost) {}

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

    /** A number, or the symbol that stands for it. */
    record Count(@Nullable Long value, @Nullable String symbol) {

        static String shown(@Nullable Count count) {
            if (count == null) {
                return "x";
            }
            return count.value() == null ? String.valueOf(count.symbol()) : "%,d".formatted(count.value());
        }
    }

    /** Pounds, or the symbol that stands for them. */
    record Amount(@Nullable BigDecimal value, @Nullable String symbol) {

        static String shown(@Nullable Amount amount) {
            if (amount == null) {
                return "x";
            }
            return amount.value() == null
                    ? String.valueOf(amount.symbol())
                    : Money.shown(Pence.ofPounds(amount.value()));
        }
    }

    MapAnswer {
        stages = stages == null ? List.of() : List.copyOf(stages);
        cells = cells == null ? List.of() : List.copyOf(cells);
        byStage = byStage == null ? List.of() : List.copyOf(byStage);
        byAgency = byAgency == null ? List.of() : List.copyOf(byAgency);
    }
}
