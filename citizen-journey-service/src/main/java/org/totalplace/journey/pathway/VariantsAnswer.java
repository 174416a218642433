package org.totalplace.journey.pathway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.paging.Csv;

/**
 * The commonest variants side by side, as they may be published.
 *
 * @param area of the cohort; null for anywhere
 * @param ageBand of the cohort; null for any
 * @param results the most taken first
 */
record VariantsAnswer(
        String map,
        String year,
        @Nullable String area,
        @Nullable String ageBand,
        Instant asOf,
        Method method,
        List<Comparison.Side> results) {

    static final int MOST = 50;

    private static final List<String> DOMAINS = List.of("social", "environmental", "economic");
    private static final List<String> STATUSES = List.of("better", "same", "worse", "unknown");
    private static final PublishedCount NOBODY = PublishedCount.of(0);

    VariantsAnswer {
        results = List.copyOf(results);
    }

    static VariantsAnswer of(Cohort cohort, Instant asOf, Method method, List<Comparison.Side> sides) {
        return new VariantsAnswer(
                cohort.map(),
                cohort.year().label(),
                cohort.persons().area(),
                cohort.persons().band(),
                asOf,
                method,
                sides);
    }

    /** A variant a line, with a column for each status of each domain. */
    String csv() {
        List<Object> header =
                new ArrayList<>(List.of("map", "year", "variant", "steps", "persons", "medianDays", "costPerPerson"));
        for (String domain : DOMAINS) {
            STATUSES.forEach(status -> header.add(domain + StringUtils.capitalize(status)));
        }
        StringBuilder csv = new StringBuilder(Csv.line(header));
        results.forEach(side -> csv.append(Csv.line(cells(side))));
        return csv.toString();
    }

    private List<Object> cells(Comparison.Side side) {
        List<Object> cells = new ArrayList<>(List.of(
                map,
                year,
                side.variant(),
                String.join(" > ", side.steps()),
                side.persons().shown(),
                side.medianDays(),
                side.costPerPerson().shown()));
        for (String domain : DOMAINS) {
            Map<String, PublishedCount> counts = side.outcomes().getOrDefault(domain, Map.of());
            STATUSES.forEach(
                    status -> cells.add(counts.getOrDefault(status, NOBODY).shown()));
        }
        return cells;
    }
}
