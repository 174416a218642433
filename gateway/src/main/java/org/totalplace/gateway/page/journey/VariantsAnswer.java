package org.totalplace.gateway.page.journey;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Published;

/** The commonest variants side by side as citizen-journey-service answers them. */
record VariantsAnswer(List<Side> results) {

    static final VariantsAnswer NOT_TOLD = new VariantsAnswer(List.of());

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

    VariantsAnswer {
        results = results == null ? List.of() : List.copyOf(results);
    }

    Map<String, Side> byVariant() {
        return results.stream().collect(Collectors.toMap(Side::variant, side -> side, (one, other) -> one));
    }
}
