package org.totalplace.outcomes.goal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.outcomes.measure.Measure;
import org.totalplace.outcomes.personview.TouchedSubjects;
import org.totalplace.starter.bulk.BulkDatabase;

/**
 * Keeps goals. A goal belongs to the subject of the agency that it was told to: should the person turn out to be two,
 * it stays with the one whose it is. Links are held still before any row is: whoever changes links locks in that order
 * too. Everything here blocks.
 */
@Component
class Goals {

    /** The person's subjects, held until the transaction ends: whoever else sets them a goal, at any agency, waits. */
    private static final String HOLD =
            "select subject from subject_person where person = ? order by subject for update";

    /** The person's subject at the agency, or at any if none is named. */
    private static final String SUBJECT = """
            select subject, agency from subject_person where person = ? and (?::text is null or agency = ?)
            order by agency, subject limit 1
            """;

    /** Whoever is not told that a goal was taken sends it again: it is the same one. */
    private static final String SET_ALREADY = """
            select g.id from goal g join subject_person s using (subject)
            where s.person = ? and (?::text is null or g.agency = ?) and g.words = ? and g.set_by = ? and g.set_on = ?
              and g.ended_on is null
            order by g.created_at, g.id limit 1
            """;

    private static final String SET = """
            insert into goal (id, subject, agency, words, set_by, set_on, created_at) values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String OF_PERSON = """
            select g.subject from goal g join subject_person s using (subject) where g.id = ? and s.person = ? for update of g
            """;

    private static final String READ = """
            insert into goal_reading (goal, read_on, value, told_at) values (?, ?, ?, ?)
            on conflict (goal, read_on) do update set value = excluded.value, told_at = excluded.told_at
            """;

    private static final String END = "update goal set ended_on = ?, ending = ? where id = ?";

    private final BulkDatabase database;
    private final TouchedSubjects touched;
    private final InstantSource clock;

    Goals(BulkDatabase database, TouchedSubjects touched, InstantSource clock) {
        this.database = database;
        this.touched = touched;
        this.clock = clock;
    }

    /** @param setBy {@code person} or {@code with-person} */
    record New(@Nullable String agency, String words, String setBy, LocalDate setOn) {}

    /** The same goal set twice on a day is one. Empty if no subject of the person is known, at that agency. */
    Optional<UUID> set(UUID person, New goal) throws Exception {
        return database.inTransaction(connection -> {
            touched.begin(connection);
            hold(connection, person);
            try (PreparedStatement find = connection.prepareStatement(SUBJECT)) {
                ofPerson(find, person, goal);
                try (ResultSet row = find.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    Optional<UUID> already = already(connection, person, goal);
                    return already.isPresent()
                            ? already
                            : Optional.of(insert(connection, goal, row.getObject(1, UUID.class), row.getString(2)));
                }
            }
        });
    }

    private static void hold(Connection connection, UUID person) throws SQLException {
        try (PreparedStatement hold = connection.prepareStatement(HOLD)) {
            hold.setObject(1, person);
            hold.execute();
        }
    }

    private static void ofPerson(PreparedStatement find, UUID person, New goal) throws SQLException {
        find.setObject(1, person);
        find.setString(2, goal.agency());
        find.setString(3, goal.agency());
    }

    private static Optional<UUID> already(Connection connection, UUID person, New goal) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(SET_ALREADY)) {
            ofPerson(find, person, goal);
            find.setString(4, goal.words());
            find.setString(5, goal.setBy());
            find.setObject(6, goal.setOn());
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    private UUID insert(Connection connection, New goal, UUID subject, String agency) throws SQLException {
        UUID id = UUID.randomUUID();
        try (PreparedStatement set = connection.prepareStatement(SET)) {
            set.setObject(1, id);
            set.setObject(2, subject);
            set.setString(3, agency);
            set.setString(4, goal.words());
            set.setString(5, goal.setBy());
            set.setObject(6, goal.setOn());
            set.setTimestamp(7, Timestamp.from(clock.instant()));
            set.executeUpdate();
        }
        recompute(connection, subject);
        return id;
    }

    /** The person's own reading of a day replaces an earlier one of that day; false if it is no goal of the person. */
    boolean read(UUID person, UUID goal, LocalDate day, BigDecimal value) throws Exception {
        return change(person, goal, connection -> {
            try (PreparedStatement read = connection.prepareStatement(READ)) {
                read.setObject(1, goal);
                read.setObject(2, day);
                read.setLong(3, Measure.thousandths(value));
                read.setTimestamp(4, Timestamp.from(clock.instant()));
                return read.executeUpdate() > 0;
            }
        });
    }

    /** @param ending {@code reached}, {@code changed} or {@code given-up} */
    boolean end(UUID person, UUID goal, LocalDate day, String ending) throws Exception {
        return change(person, goal, connection -> {
            try (PreparedStatement end = connection.prepareStatement(END)) {
                end.setObject(1, day);
                end.setString(2, ending);
                end.setObject(3, goal);
                return end.executeUpdate() > 0;
            }
        });
    }

    /** Other words; what was read of the goal stays. */
    boolean correct(UUID person, UUID goal, String words) throws Exception {
        return change(person, goal, connection -> {
            try (PreparedStatement correct = connection.prepareStatement("update goal set words = ? where id = ?")) {
                correct.setString(1, words);
                correct.setObject(2, goal);
                return correct.executeUpdate() > 0;
            }
        });
    }

    /** Removes the goal with its readings. */
    boolean remove(UUID person, UUID goal) throws Exception {
        return change(person, goal, connection -> {
            try (PreparedStatement remove = connection.prepareStatement("delete from goal where id = ?")) {
                remove.setObject(1, goal);
                return remove.executeUpdate() > 0;
            }
        });
    }

    /** Removes the reading of a day; false if there is none. */
    boolean takeBack(UUID person, UUID goal, LocalDate day) throws Exception {
        return change(person, goal, connection -> {
            try (PreparedStatement remove =
                    connection.prepareStatement("delete from goal_reading where goal = ? and read_on = ?")) {
                remove.setObject(1, goal);
                remove.setObject(2, day);
                return remove.executeUpdate() > 0;
            }
        });
    }

    /** Says whether there was something to change. */
    private interface Change {
        boolean in(Connection connection) throws SQLException;
    }

    private boolean change(UUID person, UUID goal, Change change) throws Exception {
        return database.inTransaction(connection -> {
            touched.begin(connection);
            try (PreparedStatement find = connection.prepareStatement(OF_PERSON)) {
                find.setObject(1, goal);
                find.setObject(2, person);
                try (ResultSet row = find.executeQuery()) {
                    if (!row.next()) {
                        return false;
                    }
                    boolean changed = change.in(connection);
                    recompute(connection, row.getObject(1, UUID.class));
                    return changed;
                }
            }
        });
    }

    private void recompute(Connection connection, UUID subject) throws SQLException {
        try (PreparedStatement touch = connection.prepareStatement("insert into touched_subject values (?)")) {
            touch.setObject(1, subject);
            touch.executeUpdate();
        }
        touched.recompute(connection);
    }
}
