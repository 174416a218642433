package org.totalplace.outcomes.voice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.outcomes.voice.Life.Happened;
import org.totalplace.starter.bulk.BulkDatabase;

/** Writes what happens to suggestions, one event at a time, each by itself or not at all. Everything here blocks. */
@Component
class Suggestions {

    private static final String RECEIVE = """
            insert into suggestion (code, kind, stage, next_due) values (?, ?, ?, ?)
            on conflict (code) do nothing returning number
            """;

    private static final String LOCK_NUMBER = "select number from suggestion where number = ? for update";
    private static final String LOCK_CODE = "select number from suggestion where code = ? for update";

    private static final String EVENTS = """
            select happened_on, entered_at, entered_by, body from suggestion_event where suggestion = ? order by seq
            """;

    private static final String APPEND = """
            insert into suggestion_event (suggestion, seq, happened_on, entered_at, entered_by, body)
            values (?, ?, ?, ?, ?, ?::jsonb)
            """;

    private static final String FOLLOW = "update suggestion set stage = ?, agency = ?, next_due = ? where number = ?";

    private static final String WORDS =
            "insert into suggestion_words (suggestion, seq, about, words) values (?, ?, ?, ?)";

    private final BulkDatabase database;
    private final Bounds bounds;
    private final InstantSource clock;

    Suggestions(BulkDatabase database, Bounds bounds, InstantSource clock) {
        this.database = database;
        this.bounds = bounds;
        this.clock = clock;
    }

    /** What the suggester wrote. */
    record Said(@Nullable String about, String words) {}

    /**
     * A step that somebody wants to take.
     *
     * @param seen how many events they had read; null where they do not say
     */
    record Asked(Function<Life, Happened> step, @Nullable Integer seen) {}

    /** What came of a step. */
    sealed interface Done {

        record Taken(long number, Life life) implements Done {}

        record Refused(Life.Stepping.Refused refusal) implements Done {}

        record NoSuchSuggestion() implements Done {}

        /** It is another agency's to answer. */
        record NotYours() implements Done {}

        /** Something happened to it since it was read. */
        record Stale() implements Done {}
    }

    /** Its number; empty if the code has one already. */
    Optional<Long> receive(Codes.Code code, Happened first, Said said, String by) throws Exception {
        if (!(first.event() instanceof VoiceEvent.Received received)) {
            throw new IllegalArgumentException("A suggestion begins with being received");
        }
        Life life = Life.begun(first, received);
        return database.inTransaction(connection -> {
            Optional<Long> number = one(
                    connection,
                    RECEIVE,
                    code.hash(),
                    received.kind(),
                    life.stage().code(),
                    life.nextDue().orElse(null));
            if (number.isPresent()) {
                append(connection, number.get(), 1, first, by);
                update(connection, WORDS, number.get(), 1, said.about(), said.words());
            }
            return number;
        });
    }

    /**
     * Has somebody who answers take a step.
     *
     * @param mine whether they may answer what is this agency's, or nobody's alone
     * @param asked what happens, as the life until now has it
     */
    Done answer(long number, Predicate<Life> mine, Asked asked, String by) throws Exception {
        return database.inTransaction(connection -> {
            Optional<Long> locked = one(connection, LOCK_NUMBER, number);
            return locked.isEmpty() ? new Done.NoSuchSuggestion() : take(connection, number, mine, asked, null, by);
        });
    }

    /** Has the suggester reopen it. */
    Done reopen(Codes.Code code, Function<Life, Happened> step, Said said) throws Exception {
        return database.inTransaction(connection -> {
            Optional<Long> locked = one(connection, LOCK_CODE, code.hash());
            return locked.isEmpty()
                    ? new Done.NoSuchSuggestion()
                    : take(connection, locked.get(), life -> true, new Asked(step, null), said, "suggester");
        });
    }

    private Done take(
            Connection connection, long number, Predicate<Life> mine, Asked asked, @Nullable Said said, String by)
            throws SQLException {
        List<Happened> before = events(connection, number);
        Life life = Life.of(before);
        if (!mine.test(life)) {
            return new Done.NotYours();
        }
        if (asked.seen() != null && asked.seen() != before.size()) {
            return new Done.Stale();
        }
        Happened next = asked.step().apply(life);
        if (next.event() instanceof VoiceEvent.Redacted redacted && !Redaction.isPossible(before, redacted)) {
            return new Done.Refused(new Life.Stepping.Refused(
                    "nothing-to-redact",
                    "No words of an answerer stand there. What was published is withheld, or published anew."));
        }
        return switch (life.after(next, bounds)) {
            case Life.Stepping.Refused refused -> new Done.Refused(refused);
            case Life.Stepping.Taken taken -> {
                int seq = before.size() + 1;
                append(connection, number, seq, next, by);
                if (said != null) {
                    update(connection, WORDS, number, seq, said.about(), said.words());
                }
                Life now = taken.life();
                update(
                        connection,
                        FOLLOW,
                        now.stage().code(),
                        now.answerable().agency(),
                        now.nextDue().orElse(null),
                        number);
                yield new Done.Taken(number, now);
            }
        };
    }

    private static List<Happened> events(Connection connection, long number) throws SQLException {
        try (PreparedStatement select = prepared(connection, EVENTS, number);
                ResultSet rows = select.executeQuery()) {
            List<Happened> events = new ArrayList<>();
            while (rows.next()) {
                events.add(new Happened(
                        rows.getObject("happened_on", LocalDate.class),
                        LocalDate.ofInstant(rows.getTimestamp("entered_at").toInstant(), SuggestionEndpoints.BRITAIN),
                        EventText.read(rows.getString("body"))));
            }
            return events;
        }
    }

    private void append(Connection connection, long number, int seq, Happened next, String by) throws SQLException {
        Instant now = clock.instant();
        update(connection, APPEND, number, seq, next.on(), Timestamp.from(now), by, EventText.of(next.event()));
    }

    private static Optional<Long> one(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement select = prepared(connection, sql, parameters);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        }
    }

    private static void update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement update = prepared(connection, sql, parameters)) {
            update.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
