package org.totalplace.gateway.page.feed;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a feed stands, as a service answers it; amounts in pounds.
 *
 * @param due when the next delivery is due; null without a schedule
 * @param missingPeriods the newest of them
 * @param missing how many there are in all
 * @param difference between what arrived and what was declared, at the newest delivery with a control total
 * @param history the newest deliveries first
 */
record FeedHealth(
        String feed,
        String agency,
        String kind,
        String state,
        @Nullable Schedule schedule,
        @Nullable String due,
        @Nullable String lastReceived,
        @Nullable Published lastPublished,
        List<String> missingPeriods,
        int missing,
        @Nullable Quality quality,
        @Nullable Difference difference,
        List<Past> history,
        @Nullable Pull pull) {

    record Schedule(@Nullable String text) {}

    record Published(UUID delivery, @Nullable String period, String at) {}

    record Difference(BigDecimal declared, BigDecimal difference) {}

    /** @param score from 0 to 100 */
    record Quality(int score, List<Part> parts) {

        Quality {
            parts = parts == null ? List.of() : List.copyOf(parts);
        }
    }

    record Part(String name, int score, BigDecimal weight, String why) {}

    record Past(
            UUID delivery,
            String name,
            String receivedAt,
            String status,
            @Nullable String period,
            @Nullable Rows rows,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal declared,
            @Nullable BigDecimal difference,
            @Nullable Integer quality) {}

    record Rows(long read, long accepted, long refused, long setAside) {}

    record Pull(
            String url,
            @Nullable String lastTried,
            @Nullable String lastOutcome,
            @Nullable String why,
            @Nullable String nextTry) {}

    FeedHealth {
        missingPeriods = missingPeriods == null ? List.of() : List.copyOf(missingPeriods);
        history = history == null ? List.of() : List.copyOf(history);
    }
}
