package org.totalplace.outcomes.summary;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.outcomes.measure.Measures;
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
    private final InstantSource clock;

    BottomLineEndpoints(SummaryCounts counts, Measures measures, InstantSource clock) {
        this.counts = counts;
        this.measures = measures;
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
                .map(parts -> BottomLine.of(journey, parts.getT1(), parts.getT2(), parts.getT3()))
                .map(answer -> Csv.answer(request, answer::csv, answer));
    }

    private Mono<SummaryAnswer> answer(SummaryAsked asked, Instant asOf) {
        return counts.of(asked).collectList().map(groups -> SummaryAnswer.of(asked, asOf, groups));
    }
}
