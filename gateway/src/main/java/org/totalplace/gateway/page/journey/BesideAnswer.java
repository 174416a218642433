package org.totalplace.gateway.page.journey;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Published;

/** Two ways and who took them, as citizen-journey-service puts them beside each other. */
record BesideAnswer(Side first, Side second) {

    /** @param outcomes people by domain and by status there */
    record Side(
            List<String> steps,
            Published.@Nullable Count persons,
            @Nullable Long medianDays,
            Published.@Nullable Amount costPerPerson,
            Map<String, Map<String, Published.Count>> outcomes) {

        Side {
            steps = steps == null ? List.of() : List.copyOf(steps);
            outcomes = outcomes == null ? Map.of() : outcomes;
        }

        /** How many people of a domain have a status; not told where the domain is not. */
        Published.@Nullable Count outcome(String domain, String status) {
            Map<String, Published.Count> ofDomain = outcomes.get(domain);
            return ofDomain == null ? null : ofDomain.getOrDefault(status, new Published.Count(0L, null));
        }
    }
}
