package org.totalplace.journey.community.offer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.journey.journey.Stage;
import org.totalplace.journey.journey.StagesOfMaps;
import org.totalplace.journey.journey.UnknownMap;
import org.totalplace.journey.journey.YearAsked;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What stages of journey maps offer, and what the money buys there. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Directory")
class OfferEndpoints {

    private final StagesOfMaps maps;
    private final StageOffers offers;
    private final ReadingOffers reading;

    OfferEndpoints(StagesOfMaps maps, StageOffers offers, ReadingOffers reading) {
        this.maps = maps;
        this.offers = offers;
        this.reading = reading;
    }

    @GetMapping("/journeys/{map}/stages/{stage}/services")
    @Operation(
            summary = "What there is at a stage: services of the directory, and the service lines that pay for them",
            description = "With `year`, analysts, boards, stewards and auditors are told what each line paid.")
    Mono<StageAnswer> at(
            @PathVariable("map") String map,
            @PathVariable("stage") String stage,
            @RequestParam(name = "year", required = false) @Nullable String year,
            Caller caller) {
        FinancialYear told = told(year, caller);
        return stage(map, stage).flatMap(found -> answered(map, found, told));
    }

    @GetMapping("/journeys/{map}/services")
    @Operation(summary = "What there is at every stage of a map", description = "As for one stage, in their order.")
    Mono<Page<StageAnswer>> along(
            @PathVariable("map") String map,
            @RequestParam(name = "year", required = false) @Nullable String year,
            Caller caller) {
        FinancialYear told = told(year, caller);
        return maps.of(map)
                .switchIfEmpty(Mono.error(() -> UnknownMap.of(map)))
                .flatMapIterable(stages -> stages)
                .concatMap(stage -> answered(map, stage, told))
                .collectList()
                .map(Page::whole);
    }

    /** The year whose payments the caller is told, if any. */
    private static @Nullable FinancialYear told(@Nullable String year, Caller caller) {
        FinancialYear asked = year == null || year.isBlank() ? null : YearAsked.read(year);
        return caller.isAny(Role.ANALYST, Role.BOARD, Role.STEWARD, Role.AUDITOR) ? asked : null;
    }

    @PutMapping("/journeys/{map}/stages/{stage}/services")
    @Operation(
            summary = "Set what a stage offers",
            description = "Each offer is a service of the directory or a term, with the service lines of the money that"
                    + " pay for it. The same again changes nothing; an empty list takes all away.")
    Mono<StageAnswer> set(
            @PathVariable("map") String map,
            @PathVariable("stage") String stage,
            @RequestBody OfferRequest request,
            Caller caller) {
        caller.requireAny(Role.STEWARD);
        List<Offer> asked = request.checked();
        return stage(map, stage)
                .flatMap(found -> Mono.fromCallable(() -> offers.set(map, stage, asked, caller.name()))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(outcome -> switch (outcome) {
                            case StageOffers.Outcome.Kept kept -> answered(map, found, null);
                            case StageOffers.Outcome.NotInTheDirectory(int place) ->
                                Mono.error(Problem.badInput(
                                        "offers[" + place + "]",
                                        "invalid-offer",
                                        "The directory has no such service or term; GET /api/v1/services and"
                                                + " /api/v1/taxonomy_terms list them."));
                        }));
    }

    @GetMapping("/directory/lines/{agency}/{service}")
    @Operation(summary = "What a service line of the money buys: the stages it pays at, and the services there")
    Mono<LineAnswer> line(
            @PathVariable("agency") String agency, @PathVariable("service") String service, Caller caller) {
        caller.requireAny(Role.values());
        return Mono.fromCallable(() -> reading.of(new Offer.Line(agency, service)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<StageAnswer> answered(String map, Stage stage, @Nullable FinancialYear year) {
        return Mono.fromCallable(() -> reading.at(map, stage, year)).subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Stage> stage(String map, String stage) {
        return maps.of(map)
                .switchIfEmpty(Mono.error(() -> UnknownMap.of(map)))
                .map(stages -> stages.stream()
                        .filter(one -> one.stage().equals(stage))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound(
                                "stage-unknown",
                                "The map '" + map + "' has no stage '" + stage + "'; it has "
                                        + stages.stream().map(Stage::stage).toList() + ".")));
    }
}
