package org.totalplace.outcomes.summary;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.disclosure.ToldGroups;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** How many persons are better off, for boards and analysts. */
@RestController
@RequestMapping("/api/v1/outcomes/summary")
@Tag(name = "Summaries")
class SummaryEndpoints {

    private final SummaryCounts counts;
    private final ToldGroups told;
    private final InstantSource clock;

    SummaryEndpoints(SummaryCounts counts, ToldGroups told, InstantSource clock) {
        this.counts = counts;
        this.told = told;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "Persons better, the same and worse",
            description =
                    "`groupBy` takes measure, domain, journey, stage, agency (that observed it), month (of the latest"
                            + " observation) and area (where the person lives; `area` and `areaLevel` choose"
                            + " among the rows). With disclosure control; `Accept: text/csv` gives the same figures.")
    Mono<ResponseEntity<Object>> summary(
            @RequestParam(name = "groupBy", required = false) @Nullable String groupBy,
            @RequestParam(name = "measure", required = false) @Nullable String measure,
            @RequestParam(name = "domain", required = false) @Nullable String domain,
            @RequestParam(name = "journey", required = false) @Nullable String journey,
            @RequestParam(name = "stage", required = false) @Nullable String stage,
            @RequestParam(name = "agency", required = false) @Nullable String agency,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "area", required = false) @Nullable String area,
            @RequestParam(name = "areaLevel", required = false) @Nullable String areaLevel,
            ServerHttpRequest request,
            Caller caller) {
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR);
        SummaryAsked asked = SummaryAsked.of(groupBy, measure, domain, journey, stage, agency, from, to);
        AreasShown areas = AreasShown.of(asked, area, areaLevel);
        return counts.of(asked)
                // Hiding cells of large tables takes long.
                .publishOn(Schedulers.boundedElastic())
                .map(groups -> {
                    SummaryAnswer answer =
                            SummaryAnswer.of(asked, clock.instant(), groups).showing(areas);
                    return told.beside(
                            request, Csv.answer(request, answer::csv, answer), ToldOfSummary.of(asked, groups, answer));
                });
    }
}
