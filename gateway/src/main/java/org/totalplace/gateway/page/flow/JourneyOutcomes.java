package org.totalplace.gateway.page.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Published;

/** How many people of each journey are better off, as outcomes-service answers it. */
record JourneyOutcomes(List<Row> results) {

    static final JourneyOutcomes NOT_TOLD = new JourneyOutcomes(List.of());

    /** @param byStatus people better, same, worse and unknown */
    record Row(
            @Nullable String domain,
            @Nullable String journey,
            Published.@Nullable Count persons,
            Map<String, Published.Count> byStatus) {

        Row {
            byStatus = byStatus == null ? Map.of() : byStatus;
        }
    }

    JourneyOutcomes {
        results = results == null ? List.of() : List.copyOf(results);
    }

    Optional<Row> of(String journey) {
        return results.stream().filter(row -> journey.equals(row.journey())).findFirst();
    }
}
