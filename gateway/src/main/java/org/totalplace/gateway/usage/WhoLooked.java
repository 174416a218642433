package org.totalplace.gateway.usage;

import io.swagger.v3.oas.annotations.Operation;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.starter.observability.TraceIds;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.CitizensOwn;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import org.totalplace.starter.security.WhoseRecord;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/**
 * Lets a person, and auditors, read who looked: not those whose looks these are, nor anybody who may look themselves.
 */
@RestController
class WhoLooked {

    private final UsageLog log;
    private final KnownIds ids;
    private final WhoseRecord records;
    private final InstantSource clock;

    WhoLooked(UsageLog log, KnownIds ids, WhoseRecord records, InstantSource clock) {
        this.log = log;
        this.ids = ids;
        this.records = records;
        this.clock = clock;
    }

    @Operation(
            summary = "Who looked at a person's data, when and for what purpose; newest first",
            description =
                    "For the person and auditors. Looks under an id that the person's records had before they were"
                            + " joined or parted name it in `person`.")
    @GetMapping("/api/v1/people/{id}/usage")
    Mono<ResponseEntity<Page<Look>>> list(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            Purpose purpose,
            @AuthenticationPrincipal Jwt token,
            ServerWebExchange exchange) {
        caller.requireAny(Role.CITIZEN, Role.AUDITOR);
        PersonId person = person(id);
        UsageRecord look = UsageRecord.of(
                clock.instant(), caller, purpose, "/api/v1/people/{id}/usage", person, TraceIds.of(exchange));
        long before = Looks.before(cursor);
        int most = Looks.checked(limit) + 1;
        return mayRead(caller, token, person)
                .then(Mono.defer(() -> ids.of(token, purpose, person)))
                .flatMap(borne -> log.about(borne, null, before, most).collectList())
                .flatMap(found ->
                        log.write(look).thenReturn(Looks.page(found, limit, entry -> Look.ofThePerson(person, entry))))
                .map(page ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page));
    }

    private Mono<Void> mayRead(Caller caller, Jwt token, PersonId person) {
        return caller.isAny(Role.AUDITOR)
                ? Mono.empty()
                : records.person(token)
                        .filter(person::equals)
                        .switchIfEmpty(Mono.error(CitizensOwn::notYourOwn))
                        .then();
    }

    private static PersonId person(String id) {
        try {
            return PersonId.parse(id);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound("no-such-person", "There is no person with this id.");
        }
    }
}
