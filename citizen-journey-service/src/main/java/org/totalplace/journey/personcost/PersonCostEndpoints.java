package org.totalplace.journey.personcost;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.journey.journey.UnknownMap;
import org.totalplace.journey.journey.YearAsked;
import org.totalplace.journey.person.MovedPersons;
import org.totalplace.journey.person.PersonsAsked;
import org.totalplace.starter.disclosure.ToldGroups;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a person, a map and its stages cost, and on how few persons the cost of a year falls. */
@RestController
class PersonCostEndpoints {

    private final CostsOfPersons persons;
    private final CostsOfCohorts cohorts;
    private final MovedPersons moved;
    private final ToldGroups told;
    private final InstantSource clock;

    PersonCostEndpoints(
            CostsOfPersons persons, CostsOfCohorts cohorts, MovedPersons moved, ToldGroups told, InstantSource clock) {
        this.moved = moved;
        this.told = told;
        this.persons = persons;
        this.cohorts = cohorts;
        this.clock = clock;
    }

    /** Whose costs are asked for; only the year is needed. */
    record Asked(
            @Nullable String year,
            @Nullable String area,
            @Nullable String ageBand) {

        Cohort cohort(@Nullable String map) {
            return new Cohort(YearAsked.read(year == null ? "" : year), map, PersonsAsked.read(area, ageBand));
        }
    }

    @GetMapping("/api/v1/people/{id}/costs")
    @Tag(name = "People")
    @Operation(
            summary =
                    "What a person cost, by year, agency, service and stage, with the range that doubtful links leave",
            description = "Needs `X-Purpose`. Sends on from the id of a person that was joined into another. `Accept:"
                    + " text/csv` gives the lines.")
    Mono<ResponseEntity<Object>> ofPerson(
            @PathVariable("id") UUID id, ServerHttpRequest request, @SuppressWarnings("unused") Purpose stated) {
        PersonId person = new PersonId(id);
        return Mono.fromCallable(() -> persons.of(person))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(found -> Mono.justOrEmpty(found))
                .map(found -> PersonCostsAnswer.of(person, clock.instant(), persons.certainFrom(), found))
                .map(answer -> Csv.answer(request, answer::csv, answer))
                .switchIfEmpty(Mono.defer(() -> moved.sendOn(person, "costs")));
    }

    @GetMapping("/api/v1/journeys/{map}/costs")
    @Tag(name = "Journeys")
    @Operation(
            summary = "What the persons on a map cost, by stage, agency and kind of value, and a person on average",
            description =
                    "Of all persons, or of an `area` or `ageBand`. With disclosure control. `Accept: text/csv` gives"
                            + " the cells.")
    Mono<ResponseEntity<Object>> ofMap(
            @PathVariable("map") String map, @ModelAttribute Asked asked, ServerHttpRequest request, Caller caller) {
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR);
        Cohort cohort = asked.cohort(map);
        return Mono.fromCallable(() -> cohorts.cells(cohort).orElseThrow(() -> UnknownMap.of(map)))
                .subscribeOn(Schedulers.boundedElastic())
                .map(found -> {
                    MapCostsAnswer answer = MapCostsAnswer.of(cohort, clock.instant(), found);
                    return told.beside(
                            request, Csv.answer(request, answer::csv, answer), MapCostsAnswer.told(cohort, found));
                });
    }

    @GetMapping("/api/v1/journeys/concentration")
    @Tag(name = "Journeys")
    @Operation(
            summary =
                    "The share of cost that falls on the top 1, 5 and 10 % of persons, and how many agencies they see",
            description =
                    "Of all persons with a cost in the year, or of those on a `map`, in an `area` or of an `ageBand`."
                            + " With disclosure control."
                            + " `Accept: text/csv` gives the bands.")
    Mono<ResponseEntity<Object>> concentration(
            @RequestParam(value = "map", required = false) @Nullable String map,
            @ModelAttribute Asked asked,
            ServerHttpRequest request,
            Caller caller) {
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.STEWARD, Role.AUDITOR);
        Cohort cohort = asked.cohort(map);
        return Mono.fromCallable(() -> cohorts.ranking(cohort).orElseThrow(() -> UnknownMap.of(String.valueOf(map))))
                .subscribeOn(Schedulers.boundedElastic())
                .map(found -> {
                    ConcentrationAnswer answer = ConcentrationAnswer.of(cohort, clock.instant(), found);
                    return told.beside(
                            request, Csv.answer(request, answer::csv, answer), ConcentrationAnswer.told(cohort, found));
                });
    }
}
