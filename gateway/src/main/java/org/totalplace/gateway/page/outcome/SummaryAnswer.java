package org.totalplace.gateway.page.outcome;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Published;

/** How many people are better off, as outcomes-service answers it. */
record SummaryAnswer(@Nullable String asOf, List<Row> results) {

    /**
     * One group of people; of what it is, the parts that were asked for are given.
     *
     * @param byStatus people better, same, worse and unknown
     * @param shares of those whose status is known
     */
    record Row(
            @Nullable String domain,
            @Nullable String measure,
            @Nullable String series,
            @Nullable String journey,
            @Nullable String agency,
            @Nullable String month,
            @Nullable String area,
            Published.@Nullable Count persons,
            Map<String, Published.Count> byStatus,
            Map<String, Share> shares,
            @Nullable Mean meanChange) {

        Row {
            byStatus = byStatus == null ? Map.of() : byStatus;
            shares = shares == null ? Map.of() : shares;
        }
    }

    /** From 0 to 1, with its 95 % interval. */
    record Share(
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable String symbol) {}

    record Mean(@Nullable BigDecimal value, @Nullable String symbol) {}

    SummaryAnswer {
        results = results == null ? List.of() : List.copyOf(results);
    }
}
