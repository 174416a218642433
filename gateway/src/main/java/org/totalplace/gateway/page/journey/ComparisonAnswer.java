package org.totalplace.gateway.page.journey;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Published;

/** Two variants side by side as citizen-journey-service answers them. */
record ComparisonAnswer(Side first, Side second) {

    /** @param outcomes people by domain and by status there */
    record Side(
            String variant,
            @Nullable Long medianDays,
            Published.@Nullable Amount costPerPerson,
            Map<String, Map<String, Published.Count>> outcomes) {

        Side {
            outcomes = outcomes == null ? Map.of() : outcomes;
        }
    }

    List<Side> sides() {
        return List.of(first, second);
    }
}
