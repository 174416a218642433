package org.totalplace.journey.person;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.totalplace.contracts.event.IdentityLink;
import org.totalplace.journey.announce.IdentityLinks;
import org.totalplace.starter.bulk.CopyRows;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.PersonId;
import org.totalplace.value.SubjectKey;

/** Persons as the tables hold them. Only linking writes here, one run at a time under {@link #takeTurns}. */
public final class PersonTables {

    /** Any number that no other advisory lock of the database uses. */
    private static final long TURN = 7_446_201_021L;

    private static final int ROWS_A_FETCH = 5_000;

    private static final String MEMBERS = """
            select subject, agency, person, version, needs_attention, founded
              from person_subject join person using (person)
            """;

    /** The id that a subject's person has until now, where it is another from now on. */
    private static final String BORNE = """
            insert into borne_id (subject, person, until)
            select p.subject, p.person, ?
              from person_subject p join moved_subject m on m.subject = p.subject and m.person <> p.person
             order by p.subject
                on conflict (subject, until) do nothing
            """;

    private static final String MOVED = """
            insert into person_subject (subject, agency, person, version, needs_attention)
            select subject, agency, person, version, needs_attention from moved_subject order by subject
                on conflict (subject) do update
               set person = excluded.person, version = excluded.version, needs_attention = excluded.needs_attention
            """;

    private PersonTables() {}

    /** Waits for the right to change memberships and keeps it until the transaction ends. */
    public static void takeTurns(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, TURN);
            lock.execute();
        }
    }

    public static KnownPersons all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(MEMBERS)) {
            return read(select);
        }
    }

    /** The persons of the given subjects, whole. */
    public static KnownPersons of(Connection connection, Collection<UUID> subjects) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                MEMBERS + " where person in (select person from person_subject where subject = any(?))")) {
            select.setArray(1, connection.createArrayOf("uuid", subjects.toArray()));
            return read(select);
        }
    }

    private static KnownPersons read(PreparedStatement select) throws SQLException {
        select.setFetchSize(ROWS_A_FETCH);
        Map<SubjectKey, Membership> members = new HashMap<>();
        Map<PersonId, Long> founded = new HashMap<>();
        Map<String, AgencyCode> agencies = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Membership member = new Membership(
                        new SubjectKey(row.getObject(1, UUID.class)),
                        agencies.computeIfAbsent(row.getString(2), AgencyCode::new),
                        new PersonId(row.getObject(3, UUID.class)),
                        row.getLong(4),
                        row.getBoolean(5));
                members.put(member.subject(), member);
                founded.put(member.person(), row.getLong(6));
            }
        }
        return new KnownPersons(members, founded);
    }

    /** Writes what changed, marks the touched persons, and tells of the links, all in the caller's transaction. */
    public static void write(Connection connection, Regrouping regrouping, Instant at) throws SQLException {
        insertPersons(connection, regrouping.founded());
        move(connection, regrouping.changed(), at);
        mark(connection, regrouping, at);
        sendOn(connection, regrouping.joined(), at);
        IdentityLinks.append(
                connection,
                regrouping.changed().stream().map(PersonTables::told).toList());
    }

    private static void insertPersons(Connection connection, List<PersonId> founded) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into person (person) select person from unnest(?) "
                        + "with ordinality t (person, place) order by place")) {
            insert.setArray(1, uuids(connection, founded));
            insert.executeUpdate();
        }
    }

    private static void move(Connection connection, List<Membership> changed, Instant at) throws SQLException {
        try (var statement = connection.createStatement();
                var borne = connection.prepareStatement(BORNE)) {
            statement.execute("create temporary table moved_subject (like person_subject) on commit drop");
            try (CopyRows rows = new CopyRows(connection, "moved_subject")) {
                for (Membership member : changed) {
                    rows.value(member.subject())
                            .value(member.agency())
                            .value(member.person())
                            .number(member.version())
                            .value(member.needsAttention())
                            .endRow();
                }
                rows.finish();
            }
            borne.setTimestamp(1, Timestamp.from(at));
            borne.executeUpdate();
            statement.executeUpdate(MOVED);
        }
    }

    /**
     * Where a person is marked already, its row is held until the commit: nobody takes it before the new members are
     * there.
     */
    private static void mark(Connection connection, Regrouping regrouping, Instant at) throws SQLException {
        try (PreparedStatement touch = connection.prepareStatement("""
                        insert into touched_person (person, touched_at)
                        select person, ? from unnest(?) as touched (person) order by person
                            on conflict (person) do update set touched_at = excluded.touched_at
                        """);
                PreparedStatement remove = connection.prepareStatement("delete from person where person = any(?)")) {
            touch.setTimestamp(1, Timestamp.from(at));
            touch.setArray(2, uuids(connection, regrouping.touched()));
            touch.executeUpdate();
            remove.setArray(1, uuids(connection, regrouping.gone()));
            remove.executeUpdate();
        }
    }

    private static void sendOn(Connection connection, Map<PersonId, SubjectKey> joined, Instant at)
            throws SQLException {
        List<PersonId> persons = new ArrayList<>(joined.keySet());
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into joined_person (person, subject, joined_at)
                select person, subject, ? from unnest(?, ?) as joined (person, subject)
                    on conflict (person) do update set subject = excluded.subject, joined_at = excluded.joined_at
                """)) {
            insert.setTimestamp(1, Timestamp.from(at));
            insert.setArray(2, uuids(connection, persons));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid",
                            persons.stream()
                                    .map(person -> Objects.requireNonNull(joined.get(person))
                                            .value())
                                    .toArray()));
            insert.executeUpdate();
        }
    }

    private static java.sql.Array uuids(Connection connection, Collection<PersonId> persons) throws SQLException {
        return connection.createArrayOf(
                "uuid", persons.stream().map(PersonId::value).toArray());
    }

    private static IdentityLink told(Membership member) {
        return IdentityLink.newBuilder()
                .setSubject(member.subject().value())
                .setAgency(member.agency().value())
                .setPerson(member.person().value())
                .setVersion(member.version())
                .setNeedsAttention(member.needsAttention())
                .build();
    }
}
