package org.totalplace.outcomes.summary;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.outcomes.measure.Measures;
import org.totalplace.starter.disclosure.ToldGroup;
import org.totalplace.starter.disclosure.ToldGroups;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Social, environmental and economic outcomes side by side, for the board's page. */
@RestController
@RequestMapping("/api/v1/outcomes/triple-bottom-line")
@Tag(name = "Summaries")
class BottomLineEndpoints {

    private final SummaryCounts counts;
    private final Measures measures;
    private final ToldGroups told;
    private final InstantSource clock;

    BottomLineEndpoints(SummaryCounts counts, Measures measures, ToldGroups told, InstantSource clock) {
        this.counts = counts;
        this.measures = measures;
        this.told = told;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "Social, environmental and economic outcomes side by side",
            description = "Every measure with its source, and the status of each domain; of everybody or of a journey."
                    + " With disclosure control; also as CSV.")
    Mono<ResponseEntity<Object>> bottomLine(
            @RequestParam(name = "journey", required = false) @Nullable String journey,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            ServerHttpRequest request,
            Caller caller) {
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR);
        Instant asOf = clock.instant();
        return Mono.zip(
                        answer(SummaryAsked.of("domain", null, null, journey, null, null, from, to), asOf),
                        answer(SummaryAsked.of("measure", null, null, journey, null, null, from, to), asOf),
                        Mono.fromCallable(measures::byCode).subscribeOn(Schedulers.boundedElastic()))
                .map(parts -> {
                    Summed domains = parts.getT1();
                    Summed byMeasure = parts.getT2();
                    BottomLine answer = BottomLine.of(journey, domains.answer(), byMeasure.answer(), parts.getT3());
                    return told.beside(
                            request,
                            Csv.answer(request, answer::csv, answer),
                            Stream.concat(domains.told().stream(), byMeasure.told().stream())
                                    .toList());
                });
    }

    /** A summary, and of whom it tells. */
    private record Summed(SummaryAnswer answer, List<ToldGroup> told) {}

    private Mono<Summed> answer(SummaryAsked asked, Instant asOf) {
        return counts.of(asked).map(groups -> {
            SummaryAnswer answer = SummaryAnswer.of(asked, asOf, groups);
            return new Summed(answer, ToldOfSummary.of(asked, groups, answer));
        });
    }
}
