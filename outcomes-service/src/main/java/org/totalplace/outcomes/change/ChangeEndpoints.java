package org.totalplace.outcomes.change;

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
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** Outcomes of the persons on a journey: before and after, for boards and analysts. */
@RestController
@RequestMapping("/api/v1/outcomes")
@Tag(name = "Summaries")
class ChangeEndpoints {

    private final PairedReadings readings;
    private final InstantSource clock;

    ChangeEndpoints(PairedReadings readings, InstantSource clock) {
        this.readings = readings;
        this.clock = clock;
    }

    @GetMapping("/before-and-after")
    @Operation(
            summary = "Measures of persons before and after a journey",
            description =
                    "Pairs of readings of one person by one definition: the latest on the first day or in the year"
                            + " before it, and the latest since (`until=now`) or the first after the end (`until=end`)."
                            + " `stage` takes the first day in a stage as the beginning. With disclosure"
                            + " control; also as CSV.")
    Mono<ResponseEntity<Object>> beforeAndAfter(
            @RequestParam(name = "journey", required = false) @Nullable String journey,
            @RequestParam(name = "stage", required = false) @Nullable String stage,
            @RequestParam(name = "measure", required = false) @Nullable String measure,
            @RequestParam(name = "until", required = false) @Nullable String until,
            ServerHttpRequest request,
            Caller caller) {
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR);
        ChangeAsked asked = ChangeAsked.of(journey, stage, measure, until);
        return readings.query(asked, ChangeOfMeasure.SELECT)
                .map(ChangeOfMeasure::of)
                .all()
                .collectList()
                .map(changes -> BeforeAndAfter.of(asked, clock.instant(), changes))
                .map(answer -> Csv.answer(request, answer::csv, answer));
    }

    @GetMapping("/comparison")
    @Operation(
            summary = "Persons who reached a stage beside persons alike who did not",
            description = "Matched one by one within the map: the same age band, sex and band of contacts before."
                    + " Says what was seen in two groups and how alike they are, and never why. With disclosure"
                    + " control; also as CSV.")
    Mono<ResponseEntity<Object>> comparison(
            @RequestParam(name = "journey", required = false) @Nullable String journey,
            @RequestParam(name = "measure", required = false) @Nullable String measure,
            @RequestParam(name = "reached", required = false) @Nullable String reached,
            ServerHttpRequest request,
            Caller caller) {
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR);
        ChangeAsked asked = ChangeAsked.ofOne(journey, measure);
        String stage = ChangeAsked.given("reached", reached);
        return readings.query(asked, Candidate.SELECT)
                .bind("reached", stage)
                .map(Candidate::of)
                .all()
                .collectList()
                .map(all -> Comparison.of(asked, stage, clock.instant(), all))
                .map(answer -> Csv.answer(request, answer::csv, answer));
    }

    @GetMapping("/cost-beside-outcome")
    @Operation(
            summary = "What a journey and its variants cost beside what became of their persons",
            description =
                    "Pounds a person better off, with a range from the interval of the share and from links that"
                            + " wait for a steward. A variant is the stages in their order. With disclosure"
                            + " control; also as CSV.")
    Mono<ResponseEntity<Object>> costBesideOutcome(
            @RequestParam(name = "journey", required = false) @Nullable String journey,
            @RequestParam(name = "measure", required = false) @Nullable String measure,
            ServerHttpRequest request,
            Caller caller) {
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR);
        ChangeAsked asked = ChangeAsked.ofOne(journey, measure);
        return readings.query(asked, CostedVariant.SELECT)
                .map(CostedVariant::of)
                .all()
                .collectList()
                .map(variants -> CostBesideOutcome.of(asked, clock.instant(), variants))
                .map(answer -> Csv.answer(request, answer::csv, answer));
    }
}
