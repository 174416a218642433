package org.totalplace.outcomes.contest;

import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.starter.paging.Cursor;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.AgencyCode;
import reactor.core.publisher.Mono;

/** What an agency was told, page by page. */
@Component
class ReceivedContests {

    private static final int MOST = 1_000;

    /** The agency knows its records by their ids: up to three of the person's, or the one that is contested. */
    private static final String SELECT = """
            select c.id, c.kind, c.record_id, c.measure, c.fact_on, c.year, c.words, c.state, c.told_at, c.due_on,
                   c.extended_why, c.decision, c.answer,
                   array(select o.record_id from observation o
                         where o.subject = c.subject and o.agency = c.agency and not o.deleted
                           and (c.kind <> 'outcome' or (o.measure = c.measure and o.observed_at::date = c.fact_on))
                         order by o.record_id limit 3) as records
            from contest c
            where c.agency = :agency
              and (:state::text is null or c.state = :state)
              and (:subject::uuid is null or c.subject = :subject)
              and (c.told_at, c.id) > (:told, :after)
            order by c.told_at, c.id
            limit :most
            """;

    private final DatabaseClient database;
    private final InstantSource clock;

    ReceivedContests(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    record Asked(
            AgencyCode agency,
            @Nullable ContestState state,
            @Nullable UUID subject,
            int limit,
            @Nullable String cursor) {}

    /**
     * A contest as the agency reads it.
     *
     * @param records ids of the agency's own records of the person, by which it finds them
     * @param notes what the words seem to tell of somebody
     * @param overdue whether the answer should have been given
     */
    @Schema(name = "ReceivedContest")
    record Received(
            UUID id,
            Fact.About about,
            List<String> records,
            String words,
            List<String> notes,
            String state,
            Instant toldAt,
            LocalDate due,
            boolean overdue,
            @Nullable String extendedWhy,
            @Nullable String decision,
            @Nullable String answer) {}

    Mono<Page<Received>> of(Asked asked) {
        if (asked.limit() < 1 || asked.limit() > MOST) {
            throw Problem.badInput("limit", "invalid-limit", "limit is 1 to " + MOST + ", not " + asked.limit() + ".");
        }
        From from = From.of(asked.cursor());
        LocalDate today = AnswerClock.day(clock.instant());
        DatabaseClient.GenericExecuteSpec select = database.sql(SELECT)
                .bind("agency", asked.agency().value())
                .bind("told", from.told().atOffset(java.time.ZoneOffset.UTC))
                .bind("after", from.id())
                .bind("most", asked.limit() + 1);
        select = asked.state() == null
                ? select.bindNull("state", String.class)
                : select.bind("state", asked.state().code());
        select = asked.subject() == null
                ? select.bindNull("subject", UUID.class)
                : select.bind("subject", asked.subject());
        return select.map(row -> received(row, asked.agency().value(), today))
                .all()
                .collectList()
                .map(rows -> page(rows, asked.limit()));
    }

    private static Page<Received> page(List<Received> rows, int limit) {
        return Page.first(rows, limit, last -> Cursor.of(last.toldAt(), last.id()));
    }

    private record From(Instant told, UUID id) {

        static From of(@Nullable String cursor) {
            if (cursor == null) {
                return new From(Instant.EPOCH, new UUID(0, 0));
            }
            List<String> parts = Cursor.read(cursor, 2);
            try {
                return new From(Instant.parse(parts.getFirst()), UUID.fromString(parts.getLast()));
            } catch (java.time.DateTimeException | IllegalArgumentException notOurs) {
                throw Problem.badInput("cursor", "invalid-cursor", "The cursor is not one that this list gave.");
            }
        }
    }

    private static Received received(Readable row, String agency, LocalDate today) {
        ContestState state = ContestState.ofCode(needed(row, "state", String.class));
        LocalDate due = needed(row, "due_on", LocalDate.class);
        String words = needed(row, "words", String.class);
        return new Received(
                needed(row, "id", UUID.class),
                new Fact.About(
                        needed(row, "kind", String.class),
                        agency,
                        row.get("record_id", String.class),
                        row.get("measure", String.class),
                        row.get("fact_on", LocalDate.class),
                        row.get("year", String.class)),
                Arrays.asList(needed(row, "records", String[].class)),
                words,
                new Words(words).notes(),
                state.code(),
                needed(row, "told_at", OffsetDateTime.class).toInstant(),
                due,
                state.isRunning() && today.isAfter(due),
                row.get("extended_why", String.class),
                row.get("decision", String.class),
                row.get("answer", String.class));
    }

    private static <T> T needed(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
