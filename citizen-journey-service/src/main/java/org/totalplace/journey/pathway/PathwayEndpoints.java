package org.totalplace.journey.pathway;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.journey.person.MovedPersons;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.security.Purpose;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/** The pathway of one person. */
@RestController
@Tag(name = "People")
class PathwayEndpoints {

    private final ContactsOfPersons contacts;
    private final MovedPersons moved;
    private final InstantSource clock;

    PathwayEndpoints(ContactsOfPersons contacts, MovedPersons moved, InstantSource clock) {
        this.contacts = contacts;
        this.moved = moved;
        this.clock = clock;
    }

    @GetMapping("/api/v1/people/{id}/contacts")
    @Operation(
            summary = "A person's contacts with all agencies, with stage and cost",
            description = "Needs `X-Purpose`. Sends on from the id of a person that was joined into another. `Accept:"
                    + " text/csv` gives the same rows.")
    Mono<ResponseEntity<Object>> contacts(
            @PathVariable("id") UUID id, ServerHttpRequest request, @SuppressWarnings("unused") Purpose stated) {
        PersonId person = new PersonId(id);
        return contacts.isKnown(person)
                .flatMap(known -> known ? pathway(person, request) : moved.sendOn(person, "contacts"));
    }

    private Mono<ResponseEntity<Object>> pathway(PersonId person, ServerHttpRequest request) {
        return contacts.of(person)
                .collectList()
                .map(all -> PersonPathway.of(person, clock.instant(), all))
                .map(pathway -> Csv.answer(request, pathway::csv, pathway));
    }
}
