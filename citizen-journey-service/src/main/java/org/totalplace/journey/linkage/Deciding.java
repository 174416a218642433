package org.totalplace.journey.linkage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.journey.identity.RecordsChanged;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/**
 * Takes stewards' decisions about two subjects: kept for good, in force with the next run. A later one replaces an
 * earlier.
 */
@RestController
@Tag(name = "People")
class Deciding {

    /** The decision and what linking is to look at again, in one statement, if both subjects are known. */
    private static final String DECIDE = """
            with known as (
                select subject from identity_record where subject in (:a, :b)
            ), decided as (
                insert into link_decision (subject_a, subject_b, decision, reason, decided_by, decided_at)
                select least(:a, :b), greatest(:a, :b), :decision, :reason, :by, :at
                 where (select count(*) from known) = 2
             returning id
            ), due as (
                insert into linking_due (subject)
                select subject from known where exists (select 1 from decided) order by subject
                    on conflict (subject) do update set stamp = excluded.stamp, placed = false
            )
            select id from decided
            """;

    private final DatabaseClient database;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Deciding(DatabaseClient database, InstantSource clock, ApplicationEventPublisher events) {
        this.database = database;
        this.clock = clock;
        this.events = events;
    }

    record Decided(List<UUID> subjects, String decision, String reason, String decidedBy, Instant decidedAt) {}

    @Operation(summary = "Decide that two subjects are one person or two")
    @PostMapping("/api/v1/people/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Decided> decide(@RequestBody AskedDecision asked, Caller caller, Purpose purpose) {
        caller.requireAny(Role.STEWARD);
        AskedDecision.Checked checked = asked.checked();
        Instant now = clock.instant();
        return database.sql(DECIDE)
                .bind("a", checked.first())
                .bind("b", checked.second())
                .bind("decision", checked.decision().code())
                .bind("reason", checked.reason())
                .bind("by", caller.name())
                .bind("at", now)
                .map(row -> new Decided(
                        List.of(checked.first(), checked.second()),
                        checked.decision().code(),
                        checked.reason(),
                        caller.name(),
                        now))
                .one()
                .switchIfEmpty(Mono.error(() -> Problem.notFound(
                        "subject-not-found", "One of the two subjects is not known; take both from a person's links.")))
                .doOnNext(decided -> events.publishEvent(new RecordsChanged()));
    }
}
