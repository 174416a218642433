package org.totalplace.journey.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/**
 * Under which ids a person's records were known, and when: persons are joined and parted, and who looked at one part
 * before is found by the id that this part had then.
 */
@RestController
@Tag(name = "People")
class BorneIds {

    /** An id that is nobody's any more can mean nobody else, so that it has no end: views of it may outlive it. */
    private static final String IDS = """
            with own as (
                select subject from person_subject where person = :person
            ), borne as (
                select b.subject, b.person, b.until from borne_id b join own on own.subject = b.subject
                union all
                select subject, :person, null from own
            ), spans as (
                select person, lag(until) over (partition by subject order by until nulls last) as since, until from borne
            ), ended as (
                select s.person, s.since,
                       case when s.until is not null and exists (select from person_subject p where p.person = s.person)
                            then s.until end as until
                  from spans s
            )
            select distinct person, since, until from ended order by person, since nulls first, until nulls last
            """;

    private final DatabaseClient database;
    private final MovedPersons moved;

    BorneIds(DatabaseClient database, MovedPersons moved) {
        this.database = database;
        this.moved = moved;
    }

    /** @param ids its own first id among them */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Borne(UUID personId, List<Id> ids) {}

    /**
     * An id of some or all of the records that are the person's now.
     *
     * @param since null for as long as they have been known
     * @param until null for an id that means nobody else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Id(UUID id, @Nullable Instant since, @Nullable Instant until) {}

    @GetMapping("/api/v1/people/{id}/ids")
    @Operation(
            summary = "Under which ids a person's records were known, and when",
            description = "For the person and auditors: who looked is kept by the id of that moment. Sends on from the"
                    + " id of a person that was joined into another.")
    Mono<ResponseEntity<Object>> ids(
            @PathVariable("id") UUID id, Caller caller, @SuppressWarnings("unused") Purpose stated) {
        caller.requireAny(Role.CITIZEN, Role.AUDITOR);
        return database.sql(IDS)
                .bind("person", id)
                .map(BorneIds::id)
                .all()
                .collectList()
                .filter(ids -> !ids.isEmpty())
                .map(ids -> ResponseEntity.ok((Object) new Borne(id, ids)))
                .switchIfEmpty(Mono.defer(() -> moved.sendOn(new PersonId(id), "ids")));
    }

    private static Id id(Readable row) {
        return new Id(
                Objects.requireNonNull(row.get("person", UUID.class)),
                moment(row.get("since", OffsetDateTime.class)),
                moment(row.get("until", OffsetDateTime.class)));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
