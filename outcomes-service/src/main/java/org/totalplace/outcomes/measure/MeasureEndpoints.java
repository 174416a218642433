package org.totalplace.outcomes.measure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The registry of measures, for everybody with a token to read and for a steward to change. */
@RestController
@RequestMapping("/api/v1/outcomes/measures")
@Tag(name = "Measures")
class MeasureEndpoints {

    private final Measures measures;

    MeasureEndpoints(Measures measures) {
        this.measures = measures;
    }

    /** A measure with its earlier definitions. */
    record Told(MeasureRequest measure, List<MeasureRequest> earlier) {}

    @GetMapping
    @Operation(summary = "What is measured, by the definitions in force")
    Mono<Page<MeasureRequest>> all() {
        return Mono.fromCallable(measures::byCode)
                .subscribeOn(Schedulers.boundedElastic())
                .map(byCode -> Page.whole(byCode.values().stream()
                        .map(List::getLast)
                        .sorted(Comparator.comparing(Measure::code))
                        .map(MeasureRequest::of)
                        .toList()));
    }

    @GetMapping("/{code}")
    @Operation(summary = "A measure with its earlier definitions, oldest first")
    Mono<Told> one(@PathVariable("code") String code) {
        return Mono.fromCallable(measures::byCode)
                .subscribeOn(Schedulers.boundedElastic())
                .map(byCode -> byCode.getOrDefault(code, List.of()))
                .filter(definitions -> !definitions.isEmpty())
                .map(definitions -> new Told(
                        MeasureRequest.of(definitions.getLast()),
                        definitions.subList(0, definitions.size() - 1).stream()
                                .map(MeasureRequest::of)
                                .toList()))
                .switchIfEmpty(
                        Mono.error(() -> Problem.notFound("no-such-measure", "There is no measure '" + code + "'.")));
    }

    @PutMapping("/{code}")
    @Operation(
            summary = "Define a measure",
            description = "For stewards. Values are in the measure's unit. Once something was observed, another meaning"
                    + " starts a new series, from `since` on or from today.")
    Mono<MeasureRequest> define(@PathVariable("code") String code, @RequestBody MeasureRequest body, Caller caller) {
        caller.requireAny(Role.STEWARD);
        return Mono.fromCallable(() -> defined(code, body)).subscribeOn(Schedulers.boundedElastic());
    }

    private MeasureRequest defined(String code, MeasureRequest body) throws Exception {
        List<Measure> known = measures.byCode().getOrDefault(code, List.of());
        Measure present = known.isEmpty() ? null : known.getLast();
        LocalDate since = body.since();
        return switch (measures.define(body.measure(code, present), since)) {
            case Measures.Defined.InForce(Measure measure) -> MeasureRequest.of(measure);
            case Measures.Defined.TooEarly(LocalDate begun) ->
                throw Problem.conflict(
                        "later-definition",
                        "The definition in force counts since " + begun + "; another can only follow it.");
        };
    }
}
