package org.totalplace.journey.erasure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.IdentityLink;
import org.totalplace.journey.due.Statements;
import org.totalplace.journey.linkage.LinkingTurns;
import org.totalplace.journey.person.PersonTables;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.outbox.Outbox;
import org.totalplace.value.PersonId;
import org.totalplace.value.SubjectKey;

/**
 * Erases a person in one transaction: records, links, decisions. Journey and costs follow from the touched person
 * within seconds. Contacts stay under pseudonyms behind which nobody stands, so that the ledger stays whole.
 */
@Component
class Erasing {

    /**
     * Waits for deliveries of people that are just being posted, and keeps others waiting: they know what is erased
     * when they go on.
     */
    private static final String KEEP_OUT = "lock table identity_record in share row exclusive mode";

    private static final String NOTE = """
            insert into erasure (person, subjects, reason, erased_by, erased_at) values (?, ?, ?, ?, ?) returning id
            """;

    /**
     * Statements that remove subjects from every table that knows them by a column of its own, so that no table that
     * comes later is forgotten. Only contacts keep theirs, and the pseudonyms that are kept away.
     */
    private static final String REMOVALS = """
            select format('delete from %I where %I = any(?)', c.table_name, c.column_name)
              from information_schema.columns c
              join information_schema.tables t using (table_schema, table_name)
             where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.data_type = 'uuid'
               and c.column_name in ('subject', 'subject_a', 'subject_b')
               and c.table_name not in ('participant', 'touched_subject', 'erased_subject')
             order by c.table_name, c.column_name
            """;

    private static final String TOUCH = """
            insert into touched_person (person, touched_at) values (?, ?)
                on conflict (person) do update set touched_at = excluded.touched_at
            """;

    private static final String ALL =
            "select person, subjects, reason, erased_by, erased_at from erasure order by id desc";

    private final BulkDatabase database;
    private final InstantSource clock;

    Erasing(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param subjects how many agencies' records went */
    record Erased(UUID personId, int subjects, String reason, String erasedBy, Instant erasedAt) {}

    /** Nothing where there is no such person. */
    Optional<Erased> erase(PersonId person, String reason, String by) throws Exception {
        return database.inTransaction(connection -> {
            LinkingTurns.take(connection);
            PersonTables.takeTurns(connection);
            List<SubjectKey> subjects = subjects(connection, person);
            return subjects.isEmpty() ? Optional.empty() : Optional.of(erase(connection, person, subjects, reason, by));
        });
    }

    List<Erased> all() throws Exception {
        return database.inTransaction(connection -> {
            List<Erased> all = new ArrayList<>();
            try (var select = connection.prepareStatement(ALL);
                    var row = select.executeQuery()) {
                while (row.next()) {
                    all.add(new Erased(
                            row.getObject(1, UUID.class),
                            row.getInt(2),
                            row.getString(3),
                            row.getString(4),
                            row.getTimestamp(5).toInstant()));
                }
            }
            return all;
        });
    }

    private Erased erase(Connection connection, PersonId person, List<SubjectKey> subjects, String reason, String by)
            throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Statements.run(connection, KEEP_OUT);
        long id = note(connection, new Erased(person.value(), subjects.size(), reason, by, now));
        for (SubjectKey subject : subjects) {
            Statements.run(
                    connection, "insert into erased_subject (subject, erasure) values (?, ?)", subject.value(), id);
        }
        var keys = connection.createArrayOf(
                "uuid", subjects.stream().map(SubjectKey::value).toArray());
        for (String removal : removals(connection)) {
            Statements.run(connection, removal, keys);
        }
        Statements.run(connection, "delete from person where person = ?", person.value());
        Statements.run(connection, TOUCH, person.value(), Timestamp.from(now));
        Outbox.append(
                connection,
                Topics.IDENTITY_LINKS,
                subjects.stream()
                        .map(subject -> new Outbox.Entry<IdentityLink>(subject.bytes(), null))
                        .toList());
        return new Erased(person.value(), subjects.size(), reason, by, now);
    }

    private static List<String> removals(Connection connection) throws SQLException {
        List<String> removals = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(REMOVALS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                removals.add(row.getString(1));
            }
        }
        return removals;
    }

    private static long note(Connection connection, Erased erased) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
            insert.setObject(1, erased.personId());
            insert.setInt(2, erased.subjects());
            insert.setString(3, erased.reason());
            insert.setString(4, erased.erasedBy());
            insert.setTimestamp(5, Timestamp.from(erased.erasedAt()));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static List<SubjectKey> subjects(Connection connection, PersonId person) throws SQLException {
        List<SubjectKey> subjects = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select subject from person_subject where person = ? order by subject")) {
            select.setObject(1, person.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    subjects.add(new SubjectKey(row.getObject(1, UUID.class)));
                }
            }
        }
        return subjects;
    }
}
