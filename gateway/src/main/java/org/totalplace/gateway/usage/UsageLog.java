package org.totalplace.gateway.usage;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The usage records in the gateway's own database. */
@Component
public class UsageLog {

    /** A record with the number by which the list goes on. */
    public record Numbered(long id, UsageRecord entry) {}

    private static final Logger LOG = LoggerFactory.getLogger(UsageLog.class);
    private static final Duration WITHIN = Duration.ofSeconds(6);

    private final DatabaseClient database;
    private final Appending appending;

    UsageLog(DatabaseClient database, Appending appending) {
        this.database = database;
        this.appending = appending;
    }

    /** Writes the record; when that fails the reader gets a problem instead of the data. */
    public Mono<Void> write(UsageRecord entry) {
        return appending.append(entry).timeout(WITHIN).onErrorMap(failure -> notRecorded(entry, failure));
    }

    /** A person's records, newest first, from before the given number. */
    public Flux<Numbered> about(PersonId person, long before, int most) {
        return database.sql("""
                        select id, at, organisation, caller, role, purpose, what, person_id, trace_id, success
                        from usage_record
                        where person_id = $1 and id < $2
                        order by id desc
                        limit $3
                        """)
                .bind(0, person.value())
                .bind(1, before)
                .bind(2, most)
                .map(UsageLog::read)
                .all();
    }

    /** Everybody's records, newest first, from before the given number. */
    Flux<Numbered> all(long before, int most) {
        return database.sql("""
                        select id, at, organisation, caller, role, purpose, what, person_id, trace_id, success
                        from usage_record
                        where id < $1
                        order by id desc
                        limit $2
                        """)
                .bind(0, before)
                .bind(1, most)
                .map(UsageLog::read)
                .all();
    }

    private static Problem notRecorded(UsageRecord entry, Throwable failure) {
        LOG.error("A read could not be recorded, trace {}", entry.traceId(), failure);
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "usage-not-recorded",
                "That you look at this person could not be recorded, so nothing is shown. Try again in a minute.");
    }

    private static Numbered read(Readable row) {
        return new Numbered(required(row, "id", Long.class), entry(row));
    }

    /** The record that a row holds. */
    static UsageRecord entry(Readable row) {
        UUID person = row.get("person_id", UUID.class);
        return new UsageRecord(
                required(row, "at", OffsetDateTime.class).toInstant(),
                row.get("organisation", String.class),
                required(row, "caller", String.class),
                required(row, "role", String.class),
                required(row, "purpose", String.class),
                required(row, "what", String.class),
                person == null ? null : new PersonId(person),
                required(row, "trace_id", String.class),
                required(row, "success", Boolean.class));
    }

    static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
