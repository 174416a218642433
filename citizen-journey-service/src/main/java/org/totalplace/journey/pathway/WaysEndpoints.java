package org.totalplace.journey.pathway;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.journey.journey.UnknownMap;
import org.totalplace.journey.journey.YearAsked;
import org.totalplace.journey.person.PersonsAsked;
import org.totalplace.starter.disclosure.ToldGroups;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** The ways that many persons took through a map. */
@RestController
@RequestMapping("/api/v1/journeys/{map}/pathways")
@Tag(name = "Journeys")
class WaysEndpoints {

    private final TouchesOfMaps touches;
    private final ComparingVariants comparing;
    private final ToldGroups told;
    private final InstantSource clock;

    WaysEndpoints(TouchesOfMaps touches, ComparingVariants comparing, ToldGroups told, InstantSource clock) {
        this.touches = touches;
        this.comparing = comparing;
        this.told = told;
        this.clock = clock;
    }

    /** Whose ways are asked for, and by what rules; only the year is needed. */
    record Asked(
            @Nullable String year,
            @Nullable String area,
            @Nullable String ageBand,
            @Nullable Integer gapDays,
            @Nullable Integer overlapDays,
            @Nullable Integer repeatDays,
            @Nullable Integer dropOutDays,
            @Nullable Integer longest) {

        Cohort cohort(String map) {
            return new Cohort(map, YearAsked.read(year == null ? "" : year), PersonsAsked.read(area, ageBand));
        }

        Method method() {
            return Method.asked(gapDays, overlapDays, repeatDays, dropOutDays, longest);
        }
    }

    @GetMapping
    @Operation(
            summary = "Variants, hand-offs with their waits, repeated assessments, drop-outs, conformance to the map",
            description = "Of a cohort by year, area and age band; the rules that may be set stand in `method`. With"
                    + " disclosure control. `Accept: text/csv` gives the variants.")
    Mono<ResponseEntity<Object>> pathways(
            @PathVariable("map") String map, @ModelAttribute Asked asked, ServerHttpRequest request, Caller caller) {
        require(caller);
        Cohort cohort = asked.cohort(map);
        return read(cohort, asked.method()).map(pathways -> {
            PathwaysAnswer answer = PathwaysAnswer.of(cohort, clock.instant(), pathways);
            return told.beside(
                    request, Csv.answer(request, answer::csv, answer), ToldOfWays.everybody(cohort, pathways));
        });
    }

    @GetMapping("/cohorts")
    @Operation(
            summary = "The cohorts of a map's year side by side, by area or age-band",
            description = "With disclosure control; persons of whom it is not known are counted beside them.")
    Mono<ResponseEntity<CohortSummary>> cohorts(
            @PathVariable("map") String map,
            @RequestParam("by") String by,
            @ModelAttribute Asked asked,
            ServerHttpRequest request,
            Caller caller) {
        require(caller);
        Cohort cohort = asked.cohort(map);
        CohortSummary.By grouping = CohortSummary.By.asked(by);
        return read(cohort, asked.method()).map(pathways -> {
            CohortSummary answer = CohortSummary.of(cohort, clock.instant(), pathways, grouping);
            return told.beside(
                    request, ResponseEntity.ok(answer), ToldOfWays.cohorts(cohort, pathways, grouping, answer));
        });
    }

    @GetMapping("/comparison")
    @Operation(
            summary = "Two variants side by side: persons, days, cost and outcomes",
            description = "`first` and `second` are ids of variants that the pathways of the same cohort show.")
    Mono<ResponseEntity<Comparison>> comparison(
            @PathVariable("map") String map,
            @RequestParam("first") String first,
            @RequestParam("second") String second,
            @ModelAttribute Asked asked,
            ServerHttpRequest request,
            Caller caller) {
        require(caller);
        Cohort cohort = asked.cohort(map);
        return read(cohort, asked.method()).flatMap(pathways -> {
            List<Pathways.Variant> both = List.of(variant(pathways, first), variant(pathways, second));
            return comparing
                    .sides(both, cohort.year())
                    .map(sides -> new Comparison(
                            map,
                            cohort.year().label(),
                            clock.instant(),
                            pathways.method(),
                            sides.getFirst(),
                            sides.getLast()))
                    .map(answer -> told.beside(
                            request, ResponseEntity.ok(answer), ToldOfWays.variants(cohort, pathways.method(), both)));
        });
    }

    @GetMapping("/variants")
    @Operation(
            summary = "The commonest variants with persons, days, cost and outcomes",
            description = "Of the same cohort as the pathways; `most` is how many, 1 to " + VariantsAnswer.MOST
                    + ". With disclosure control. `Accept: text/csv` gives the same figures.")
    Mono<ResponseEntity<Object>> variants(
            @PathVariable("map") String map,
            @RequestParam(name = "most", defaultValue = "20") int most,
            @ModelAttribute Asked asked,
            ServerHttpRequest request,
            Caller caller) {
        require(caller);
        if (most < 1 || most > VariantsAnswer.MOST) {
            throw Problem.badInput(
                    "most", "out-of-range", "most is 1 to " + VariantsAnswer.MOST + " variants, not " + most + ".");
        }
        Cohort cohort = asked.cohort(map);
        return read(cohort, asked.method()).flatMap(pathways -> {
            List<Pathways.Variant> commonest = ComparingVariants.commonest(pathways, most);
            return comparing
                    .sides(commonest, cohort.year())
                    .map(sides -> VariantsAnswer.of(cohort, clock.instant(), pathways.method(), sides))
                    .map(answer -> told.beside(
                            request,
                            Csv.answer(request, answer::csv, answer),
                            ToldOfWays.variants(cohort, pathways.method(), commonest)));
        });
    }

    private static Pathways.Variant variant(Pathways pathways, String id) {
        return ComparingVariants.find(pathways, id)
                .orElseThrow(() -> Problem.notFound(
                        "variant-unknown",
                        "No variant '" + id + "' is shown for these persons; GET .../pathways lists those that are."));
    }

    private Mono<Pathways> read(Cohort cohort, Method method) {
        return touches.pathways(cohort, method).switchIfEmpty(Mono.error(() -> UnknownMap.of(cohort.map())));
    }

    private static void require(Caller caller) {
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR);
    }
}
