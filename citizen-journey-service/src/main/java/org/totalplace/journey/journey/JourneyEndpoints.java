package org.totalplace.journey.journey;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A year's contacts, persons and cost by stage and agency. */
@RestController
@RequestMapping("/api/v1/journeys")
@Tag(name = "Journeys")
class JourneyEndpoints {

    private final SettingMaps maps;
    private final ContactsOnMaps contacts;
    private final InstantSource clock;

    JourneyEndpoints(SettingMaps maps, ContactsOnMaps contacts, InstantSource clock) {
        this.maps = maps;
        this.contacts = contacts;
        this.clock = clock;
    }

    @GetMapping("/{map}")
    @Operation(
            summary = "Stages by agencies: contacts, persons and cost; what is unmapped beside it",
            description = "With disclosure control. `Accept: text/csv` gives the same figures.")
    Mono<ResponseEntity<Object>> onMap(
            @PathVariable("map") String map,
            @RequestParam("year") String year,
            ServerHttpRequest request,
            Caller caller) {
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR, Role.AGENCY);
        FinancialYear asked = YearAsked.read(year);
        return Mono.fromCallable(() -> maps.find(map).orElseThrow(() -> UnknownMap.of(map)))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(version -> answer(version.map(), asked))
                .map(answer -> Csv.answer(request, answer::csv, answer));
    }

    private Mono<MapAnswer> answer(JourneyMap map, FinancialYear year) {
        return contacts.of(map.map(), year)
                .map(facts -> MapAnswer.of(map, year, clock.instant(), facts.persons(), facts.cells()));
    }
}
