package org.totalplace.gateway.sequence;

import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The calls whose answers tell of groups of persons that filters choose. */
final class AboutPersons {

    private static final List<PathPattern> PATHS = List.of(
                    "/api/v1/journeys/concentration",
                    "/api/v1/journeys/maps/{map}/proposals/{id}/comparison",
                    "/api/v1/journeys/{map}/costs",
                    "/api/v1/journeys/{map}/pathways",
                    "/api/v1/journeys/{map}/pathways/cohorts",
                    "/api/v1/journeys/{map}/pathways/comparison",
                    "/api/v1/journeys/{map}/pathways/variants",
                    "/api/v1/outcomes/summary",
                    "/api/v1/outcomes/triple-bottom-line")
            .stream()
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private AboutPersons() {}

    /** Matched as the services match it, however the path is written. */
    static boolean tells(PathContainer path) {
        return PATHS.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
