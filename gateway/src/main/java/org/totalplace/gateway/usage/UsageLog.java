package org.totalplace.gateway.usage;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The usage records in the gateway's own database. */
@Component
public class UsageLog {

    /** A record with its place in the chain, by which lists go on: nothing vouches for any other number. */
    record Numbered(long seq, UsageRecord entry) {}

    /** Views may show for a moment what they showed under the id before. */
    private static final String BORNE = """
            with borne as materialized (
                select id, coalesce(since, '-infinity') as since, coalesce(until + interval '1 minute', 'infinity') as until
                from jsonb_to_recordset($1::text::jsonb) as given (id uuid, since timestamptz, until timestamptz)
            )
            """;

    private static final Logger LOG = LoggerFactory.getLogger(UsageLog.class);
    private static final Duration WITHIN = Duration.ofSeconds(6);

    private final DatabaseClient database;
    private final Appending appending;
    private final JsonMapper json;

    UsageLog(DatabaseClient database, Appending appending, JsonMapper json) {
        this.database = database;
        this.appending = appending;
        this.json = json;
    }

    /** Writes the record; when that fails the reader gets a problem instead of the data. */
    public Mono<Void> write(UsageRecord entry) {
        return appending.append(entry).timeout(WITHIN).onErrorMap(failure -> notRecorded(entry, failure));
    }

    /**
     * A person's records under any of the ids, newest first.
     *
     * @param without whose own looks at what is theirs are left out; null for nobody's
     * @param before the place in the chain that the list has come to
     */
    Flux<Numbered> about(List<BorneId> ids, @Nullable String without, long before, int most) {
        return database.sql(BORNE + """
                        select r.*
                        from (select distinct id from borne) one
                            cross join lateral (
                                select seq, at, organisation, caller, role, purpose, what, person_id, trace_id, success
                                from usage_record look
                                where look.person_id = one.id and look.seq between 1 and $2 - 1
                                    and (look.caller is distinct from $3 or look.purpose <> 'subject-access')
                                    and exists (select from borne
                                                where borne.id = look.person_id and look.at >= since and look.at < until)
                                order by look.seq desc
                                limit $4) r
                        order by r.seq desc
                        limit $4
                        """)
                .bind(0, written(ids))
                .bind(1, before)
                .bind(2, without == null ? Parameters.in(String.class) : Parameters.in(without))
                .bind(3, most)
                .map(UsageLog::read)
                .all();
    }

    /** How often somebody looked at what is their own. */
    Mono<LooksAt.Own> ownLooks(List<BorneId> ids, String own) {
        return database.sql(BORNE + """
                        select count(*) as looks, max(at) as last
                        from usage_record look
                        where look.person_id = any (array(select id from borne)) and look.seq > 0
                            and look.caller = $2 and look.purpose = 'subject-access'
                        """)
                .bind(0, written(ids))
                .bind(1, own)
                .map(row -> new LooksAt.Own(
                        required(row, "looks", Long.class), moment(row.get("last", OffsetDateTime.class))))
                .one();
    }

    /**
     * Whether the same caller's same look at the same person for the same purpose has been recorded since a moment.
     *
     * @return an error that is the reader's answer, when that cannot be found out
     */
    public Mono<Boolean> isRecorded(UsageRecord entry, PersonId person, Instant since) {
        return database.sql("""
                        select exists (select from usage_record
                                       where person_id = $1 and caller = $2 and purpose = $3 and what = $4
                                           and at >= $5 and seq > 0) as there
                        """)
                .bind(0, person.value())
                .bind(1, entry.caller())
                .bind(2, entry.purpose())
                .bind(3, entry.what())
                .bind(4, since.atOffset(ZoneOffset.UTC))
                .map(row -> required(row, "there", Boolean.class))
                .one()
                .timeout(WITHIN)
                .onErrorMap(failure -> notRecorded(entry, failure));
    }

    /** Everybody's records, newest first, from before the given place. */
    Flux<Numbered> all(long before, int most) {
        return database.sql("""
                        select seq, at, organisation, caller, role, purpose, what, person_id, trace_id, success
                        from usage_record
                        where seq between 1 and $1 - 1
                        order by seq desc
                        limit $2
                        """)
                .bind(0, before)
                .bind(1, most)
                .map(UsageLog::read)
                .all();
    }

    private String written(List<BorneId> ids) {
        return json.writeValueAsString(ids.stream().map(UsageLog::columns).toList());
    }

    private static Map<String, @Nullable String> columns(BorneId borne) {
        Map<String, @Nullable String> columns = new HashMap<>();
        columns.put("id", borne.id().toString());
        columns.put("since", borne.since() == null ? null : borne.since().toString());
        columns.put("until", borne.until() == null ? null : borne.until().toString());
        return columns;
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static Problem notRecorded(UsageRecord entry, Throwable failure) {
        LOG.error("A read could not be recorded, trace {}", entry.traceId(), failure);
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "usage-not-recorded",
                "That you look at this person could not be recorded, so nothing is shown. Try again in a minute.");
    }

    private static Numbered read(Readable row) {
        return new Numbered(required(row, "seq", Long.class), entry(row));
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
