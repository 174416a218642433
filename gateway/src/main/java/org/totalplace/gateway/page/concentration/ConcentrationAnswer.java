package org.totalplace.gateway.page.concentration;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Published;

/** On how few people a year's cost falls, as citizen-journey-service answers it. */
record ConcentrationAnswer(
        @Nullable String asOf,
        @Nullable Persons persons,
        @Nullable CostAPerson costAPerson,
        List<Band> bands) {

    /** How many there are, and how far doubtful links move it. */
    record Persons(Published.@Nullable Count low, Published.@Nullable Count value, Published.@Nullable Count high) {}

    /** Pounds. */
    record CostAPerson(
            @Nullable BigDecimal low,
            @Nullable BigDecimal value,
            @Nullable BigDecimal high,
            @Nullable String symbol) {}

    /**
     * @param top per cent of the people, those who cost most
     * @param share per cent of the whole cost
     */
    record Band(
            int top,
            Published.@Nullable Count persons,
            Published.@Nullable Amount cost,
            @Nullable BigDecimal share,
            @Nullable BigDecimal meanAgencies,
            @Nullable String symbol,
            List<Seen> seen) {

        Band {
            seen = seen == null ? List.of() : List.copyOf(seen);
        }
    }

    record Seen(String agencies, Published.@Nullable Count persons) {}

    ConcentrationAnswer {
        bands = bands == null ? List.of() : List.copyOf(bands);
    }
}
