package org.totalplace.journey.pathway;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.journey.journey.YearAsked;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/** The pathway of one person, and the ways that many took through a map. */
@RestController
@Tag(name = "People")
class PathwayEndpoints {

    private final ContactsOfPersons contacts;
    private final TouchesOfMaps touches;
    private final InstantSource clock;

    PathwayEndpoints(ContactsOfPersons contacts, TouchesOfMaps touches, InstantSource clock) {
        this.contacts = contacts;
        this.touches = touches;
        this.clock = clock;
    }

    @GetMapping("/api/v1/people/{id}/contacts")
    @Operation(
            summary = "A person's contacts with all agencies, with stage and cost",
            description = "Needs `X-Purpose`. `Accept: text/csv` gives the same rows.")
    Mono<ResponseEntity<Object>> contacts(
            @PathVariable("id") UUID id, ServerHttpRequest request, @SuppressWarnings("unused") Purpose stated) {
        PersonId person = new PersonId(id);
        boolean csv = Csv.isWanted(request);
        return contacts.isKnown(person)
                .flatMap(known -> known ? contacts.of(person).collectList() : Mono.error(unknown(person)))
                .map(all -> PersonPathway.of(person, clock.instant(), all))
                .map(pathway -> csv ? csv(pathway.csv()) : json(pathway));
    }

    @GetMapping("/api/v1/journeys/{map}/pathways")
    @Operation(
            summary = "Variants, hand-offs between agencies with their waits, repeated assessments",
            description = "With disclosure control. `Accept: text/csv` gives the variants.")
    Mono<ResponseEntity<Object>> pathways(
            @PathVariable("map") String map,
            @RequestParam("year") String year,
            ServerHttpRequest request,
            Caller caller) {
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR);
        FinancialYear asked = YearAsked.read(year);
        boolean csv = Csv.isWanted(request);
        return touches.isKnown(map)
                .flatMap(known -> known ? touches.pathways(map, asked) : Mono.error(unknown(map)))
                .map(pathways -> PathwaysAnswer.of(map, asked, clock.instant(), pathways))
                .map(answer -> csv ? csv(answer.csv()) : json(answer));
    }

    private static ResponseEntity<Object> csv(String text) {
        return ResponseEntity.ok().contentType(Csv.TYPE).body(text);
    }

    private static ResponseEntity<Object> json(Object body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private static Problem unknown(String map) {
        return Problem.notFound(
                "map-unknown", "There is no journey map '" + map + "'; GET /api/v1/journeys/maps lists them.");
    }

    private static Problem unknown(PersonId person) {
        return Problem.notFound(
                "person-unknown", "There is no person " + person + "; persons that were joined keep the older id.");
    }
}
