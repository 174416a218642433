package org.totalplace.outcomes.contest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.outcomes.contest.ContestState.Step;
import org.totalplace.outcomes.personview.TouchedSubjects;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.SubjectKey;

/**
 * Keeps contests. Each stays with the record by which the person was known when telling it: whoever turns out to have
 * that record sees it, also when the agency agrees that the other record was never theirs. Everything here blocks.
 */
@Component
class Contests {

    private static final String SUBJECT_OF_OUTCOME = """
            select s.subject from subject_person s join observation o using (subject)
            where s.person = ? and o.agency = ? and o.measure = ? and o.observed_at::date = ? and not o.deleted
            order by s.subject limit 1
            """;

    private static final String SUBJECT =
            "select subject from subject_person where person = ? and agency = ? order by subject limit 1";

    /** Another agency's record before that of the one which is contested. */
    private static final String TELLER =
            "select subject from subject_person where person = ? order by agency = ?, agency, subject limit 1";

    /** The records of the person, held until the transaction ends: whoever else contests something for them waits. */
    private static final String HOLD =
            "select subject from subject_person where person = ? order by subject for update";

    private static final String ALREADY = """
            select c.id from contest c join subject_person s on s.subject = c.told_by
            where s.person = ? and c.subject = ? and c.kind = ? and c.record_id is not distinct from ?
              and c.measure is not distinct from ? and c.fact_on is not distinct from ? and c.year is not distinct from ?
              and c.state in ('open', 'extended')
            """;

    private static final String TELL = """
            insert into contest (id, told_by, subject, agency, kind, record_id, measure, fact_on, year, words, state, told_at,
                                 due_on)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?) on conflict do nothing
            """;

    private static final String OF_PERSON = """
            select c.told_by, c.state, c.told_at, c.due_on from contest c join subject_person s on s.subject = c.told_by
            where c.id = ? and s.person = ? for update of c
            """;

    private static final String OF_AGENCY =
            "select told_by, state, told_at, due_on from contest where id = ? and agency = ? for update";

    private final BulkDatabase database;
    private final TouchedSubjects touched;
    private final InstantSource clock;

    Contests(BulkDatabase database, TouchedSubjects touched, InstantSource clock) {
        this.database = database;
        this.touched = touched;
        this.clock = clock;
    }

    /** What came of telling one. */
    sealed interface Telling {
        /** The agency has it. */
        record Told(UUID id, LocalDate due) implements Telling {}

        /** Nothing like it is held about the person. */
        record NoSuchFact() implements Telling {}

        /** The same is contested already, by whomever for the same person, and not yet answered. */
        record Already() implements Telling {}
    }

    /** What came of a step. */
    sealed interface Stepping {
        record Done(ContestState state, LocalDate due) implements Stepping {}

        record NoSuchContest() implements Stepping {}

        record NotNow(ContestState state) implements Stepping {}
    }

    /** @param own the record of a citizen who tells it; null when somebody does so for them */
    Telling tell(UUID person, @Nullable SubjectKey own, Fact fact, Words words) throws Exception {
        return database.inTransaction(connection -> {
            touched.begin(connection);
            one(connection, HOLD, person);
            Optional<UUID> subject = subject(connection, person, fact);
            Optional<UUID> teller =
                    own == null ? one(connection, TELLER, person, fact.agency().value()) : Optional.of(own.value());
            if (subject.isEmpty() || teller.isEmpty()) {
                return new Telling.NoSuchFact();
            }
            if (isTold(connection, person, subject.get(), fact)) {
                return new Telling.Already();
            }
            return told(connection, teller.get(), subject.get(), fact, words);
        });
    }

    private static boolean isTold(Connection connection, UUID person, UUID subject, Fact fact) throws SQLException {
        return one(
                        connection,
                        ALREADY,
                        person,
                        subject,
                        fact.kind().code(),
                        fact.recordId(),
                        fact.measure(),
                        fact.date(),
                        fact.year())
                .isPresent();
    }

    private Telling told(Connection connection, UUID teller, UUID subject, Fact fact, Words words) throws SQLException {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        LocalDate due = AnswerClock.due(now);
        int told = update(
                connection,
                TELL,
                id,
                teller,
                subject,
                fact.agency().value(),
                fact.kind().code(),
                fact.recordId(),
                fact.measure(),
                fact.date(),
                fact.year(),
                words.text(),
                Timestamp.from(now),
                due);
        if (told == 0) {
            return new Telling.Already();
        }
        touch(connection, teller);
        return new Telling.Told(id, due);
    }

    Stepping withdraw(UUID person, UUID contest) throws Exception {
        return step(
                OF_PERSON,
                contest,
                person,
                Step.WITHDRAW,
                (connection, told) -> update(
                        connection,
                        "update contest set state = 'withdrawn', ended_at = ? where id = ?",
                        now(),
                        contest));
    }

    Stepping extend(String agency, UUID contest, Words why) throws Exception {
        return step(
                OF_AGENCY,
                contest,
                agency,
                Step.EXTEND,
                (connection, told) -> update(
                        connection,
                        "update contest set state = 'extended', extended_why = ?, due_on = ? where id = ?",
                        why.text(),
                        AnswerClock.dueExtended(told),
                        contest));
    }

    Stepping answer(String agency, UUID contest, String decision, Words words) throws Exception {
        return step(
                OF_AGENCY,
                contest,
                agency,
                Step.ANSWER,
                (connection, told) -> update(
                        connection,
                        "update contest set state = 'answered', decision = ?, answer = ?, ended_at = ? where id = ?",
                        decision,
                        words.text(),
                        now(),
                        contest));
    }

    private interface Change {
        int in(Connection connection, Instant told) throws SQLException;
    }

    private Stepping step(String find, UUID contest, Object whose, Step step, Change change) throws Exception {
        return database.inTransaction(connection -> {
            touched.begin(connection);
            try (PreparedStatement found = prepared(connection, find, contest, whose);
                    ResultSet row = found.executeQuery()) {
                if (!row.next()) {
                    return new Stepping.NoSuchContest();
                }
                ContestState state = ContestState.ofCode(row.getString("state"));
                Optional<ContestState> next = state.after(step);
                if (next.isEmpty()) {
                    return new Stepping.NotNow(state);
                }
                Instant told = row.getTimestamp("told_at").toInstant();
                LocalDate due = next.get() == ContestState.EXTENDED
                        ? AnswerClock.dueExtended(told)
                        : row.getObject("due_on", LocalDate.class);
                change.in(connection, told);
                touch(connection, row.getObject("told_by", UUID.class));
                return new Stepping.Done(next.get(), due);
            }
        });
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private void touch(Connection connection, UUID subject) throws SQLException {
        update(connection, "insert into touched_subject values (?)", subject);
        touched.recompute(connection);
    }

    private static Optional<UUID> subject(Connection connection, UUID person, Fact fact) throws SQLException {
        String agency = fact.agency().value();
        return fact.kind() == Fact.Kind.OUTCOME
                ? one(connection, SUBJECT_OF_OUTCOME, person, agency, fact.measure(), fact.date())
                : one(connection, SUBJECT, person, agency);
    }

    private static Optional<UUID> one(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement select = prepared(connection, sql, parameters);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    private static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement update = prepared(connection, sql, parameters)) {
            return update.executeUpdate();
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
