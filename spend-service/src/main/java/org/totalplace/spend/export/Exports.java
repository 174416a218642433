package org.totalplace.spend.export;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.spend.ledger.Asked;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The books of exports. */
@Component
class Exports {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int AT_ONCE = 5;

    private static final String WAITING = """
            select count(*) from export where asked_by = :by and status = 'waiting' and expires_at > :now
            """;

    private static final String ASK = """
            insert into export (id, asked_by, question, revision, counted, status, asked_at, expires_at)
            values (:id, :by, :question::jsonb, :revision, :counted, 'waiting', :now, :until)
            """;

    private static final String FIND = """
            select e.id, case when e.status = 'waiting' and p.export is not null then 'writing' else e.status end as status,
                   e.counted, coalesce(p.written, 0) as written, e.bytes, e.asked_at, e.expires_at
            from export e left join export_progress p on p.export = e.id
            where e.id = :id and e.asked_by = :by
            """;

    private final DatabaseClient database;
    private final JsonMapper json;
    private final InstantSource clock;

    Exports(DatabaseClient database, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param counted lines that it will have
     * @throws Problem 429 while the caller has several waiting
     */
    Mono<UUID> ask(Asked question, int revision, long counted, String by) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        return database.sql(WAITING)
                .bind("by", by)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapValue(Long.class)
                .one()
                .flatMap(waiting -> waiting < AT_ONCE
                        ? database.sql(ASK)
                                .bind("id", id)
                                .bind("by", by)
                                .bind("question", json.writeValueAsString(question))
                                .bind("revision", revision)
                                .bind("counted", counted)
                                .bind("now", now.atOffset(ZoneOffset.UTC))
                                .bind("until", now.plus(KEPT).atOffset(ZoneOffset.UTC))
                                .then()
                        : Mono.error(Problem.of(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too-many-exports",
                                "You have " + waiting + " exports waiting, and " + AT_ONCE + " may. Wait for them.")))
                .thenReturn(id);
    }

    /**
     * What became of it; of another caller's nothing is told.
     *
     * @throws Problem 404
     */
    Mono<Export> find(UUID id, String by) {
        return database.sql(FIND)
                .bind("id", id)
                .bind("by", by)
                .map(Exports::shown)
                .one()
                .switchIfEmpty(Mono.error(
                        () -> Problem.notFound("unknown-export", "You have asked for no export '" + id + "'.")));
    }

    private static Export shown(Readable row) {
        UUID id = Objects.requireNonNull(row.get("id", UUID.class));
        String status = Objects.requireNonNull(row.get("status", String.class));
        return new Export(
                id,
                status,
                new Export.Rows(number(row, "counted"), number(row, "written")),
                row.get("bytes", Long.class),
                moment(row, "asked_at"),
                moment(row, "expires_at"),
                status.equals("ready") ? ExportEndpoints.PATH + "/" + id + "/file" : null);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private static Instant moment(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, OffsetDateTime.class)).toInstant();
    }
}
