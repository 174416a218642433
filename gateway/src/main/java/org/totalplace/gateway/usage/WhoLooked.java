package org.totalplace.gateway.usage;

import io.swagger.v3.oas.annotations.Operation;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.starter.observability.TraceIds;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Purpose;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/** Lets a person, and those who watch over their data, read who looked. */
@RestController
class WhoLooked {

    private final UsageLog log;
    private final InstantSource clock;

    WhoLooked(UsageLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    @Operation(summary = "Who looked at a person's data, when and for what purpose; newest first")
    @GetMapping("/api/v1/people/{id}/usage")
    Mono<ResponseEntity<Page<Look>>> list(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            Purpose purpose,
            ServerWebExchange exchange) {
        PersonId person = person(id);
        UsageRecord look = UsageRecord.of(
                clock.instant(), caller, purpose, "/api/v1/people/{id}/usage", person, TraceIds.of(exchange));
        return log.about(person, Looks.before(cursor), Looks.checked(limit) + 1)
                .collectList()
                .flatMap(found -> log.write(look).thenReturn(Looks.page(found, limit, Look::ofThePerson)))
                .map(page ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page));
    }

    private static PersonId person(String id) {
        try {
            return PersonId.parse(id);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound("no-such-person", "There is no person with this id.");
        }
    }
}
