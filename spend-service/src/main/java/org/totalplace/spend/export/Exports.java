package org.totalplace.spend.export;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.totalplace.spend.ledger.Asked;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The books of exports. */
@Component
class Exports {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int AT_ONCE = 5;

    /** About what a line takes, for those that are not written yet. */
    private static final long BYTES_A_LINE = 256;

    private static final long MEGABYTE = 1024 * 1024;

    /** One after the other, so that several at once do not take the same room. */
    static final String ONE_BY_ONE = "select pg_advisory_xact_lock(95)";

    private static final String TAKEN = """
            select count(*) filter (where asked_by = :by and status = 'waiting') as waiting,
                   coalesce(sum(room) filter (where asked_by = :by), 0)::bigint as own,
                   coalesce(sum(room), 0)::bigint as everybodys
              from (select asked_by, status, coalesce(bytes, counted * %d) as room
                      from export where status in ('waiting', 'ready') and expires_at > :now) kept
            """.formatted(BYTES_A_LINE);

    private static final String PIECE = "select bytes from export_chunk where export = :id and place = :place";

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
    private final TransactionalOperator whole;
    private final ExportSettings settings;
    private final JsonMapper json;
    private final InstantSource clock;

    Exports(
            DatabaseClient database,
            ReactiveTransactionManager transactions,
            ExportSettings settings,
            JsonMapper json,
            InstantSource clock) {
        this.database = database;
        this.whole = TransactionalOperator.create(transactions);
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param counted lines that it will have
     * @throws Problem 413 if it is too large for anybody, 429 while the caller has several waiting, or there is no room
     */
    Mono<UUID> ask(Asked question, int revision, long counted, String by) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        Mono<Void> asked = database.sql(ASK)
                .bind("id", id)
                .bind("by", by)
                .bind("question", json.writeValueAsString(question))
                .bind("revision", revision)
                .bind("counted", counted)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("until", now.plus(KEPT).atOffset(ZoneOffset.UTC))
                .then();
        return database.sql(ONE_BY_ONE)
                .then()
                .then(taken(by, now))
                .doOnNext(taken -> taken.refuse(counted * BYTES_A_LINE, settings))
                .then(asked)
                .thenReturn(id)
                .as(whole::transactional);
    }

    private Mono<Taken> taken(String by, Instant now) {
        return database.sql(TAKEN)
                .bind("by", by)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map(row -> new Taken(number(row, "waiting"), number(row, "own"), number(row, "everybodys")))
                .one();
    }

    /**
     * What exports take already.
     *
     * @param waiting exports of the caller
     * @param own bytes
     */
    private record Taken(long waiting, long own, long everybodys) {

        /** @throws Problem if an export of about so many bytes has no place */
        void refuse(long bytes, ExportSettings settings) {
            long mine = settings.mostOfCaller().toBytes();
            if (bytes > mine) {
                throw Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "export-too-large",
                        "This export would have about " + megabytes(bytes) + ", and one may have " + megabytes(mine)
                                + ". Ask for one agency or month, or read /lines as CSV, which has no limit.");
            }
            if (waiting >= AT_ONCE) {
                throw Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-exports",
                        "You have " + waiting + " exports waiting, and " + AT_ONCE + " may. Wait for them.");
            }
            if (own + bytes > mine || everybodys + bytes > settings.most().toBytes()) {
                throw Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "no-room-for-export",
                        "This export would have about " + megabytes(bytes) + ". Yours hold " + megabytes(own) + " of "
                                + megabytes(mine) + ", everybody's " + megabytes(everybodys) + " of "
                                + megabytes(settings.most().toBytes())
                                + ", each for a day. Ask for less, wait until some expire, or read /lines as CSV.");
            }
        }

        private static String megabytes(long bytes) {
            return (bytes + MEGABYTE - 1) / MEGABYTE + " MB";
        }
    }

    /** What it holds, piece by piece: no connection is held between two of them, however slowly they are read. */
    Flux<DataBuffer> pieces(UUID id, long bytes) {
        int pieces = (int) ((bytes + Chunks.SIZE - 1) / Chunks.SIZE);
        return Flux.range(0, pieces).concatMap(place -> piece(id, place), 1);
    }

    private Mono<DataBuffer> piece(UUID id, int place) {
        return database.sql(PIECE)
                .bind("id", id)
                .bind("place", place)
                .map(row -> Objects.requireNonNull(row.get("bytes", byte[].class)))
                .one()
                .<DataBuffer>map(DefaultDataBufferFactory.sharedInstance::wrap)
                .switchIfEmpty(
                        Mono.error(() -> new IllegalStateException("Export " + id + " expired while it was read")));
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
