package org.totalplace.journey.personcost;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.totalplace.value.PersonId;
import org.totalplace.value.SubjectKey;

/**
 * A person under the three readings of its links.
 *
 * @param subjects as the links are
 * @param certain those of them that keep the person's id when only certain links count
 * @param tied other persons that doubtful links tie to it, directly or through others; the nearest of very many
 * @param moreTied whether there are more than these
 */
record DoubtOfPerson(List<SubjectKey> subjects, List<SubjectKey> certain, List<UUID> tied, boolean moreTied) {

    /** Doubtful links may lead from one person to the next through half the place; a range so wide says nothing. */
    private static final int MOST_TIED = 100;

    private static final String CERTAIN = """
            with mine as (select subject from person_subject where person = ?)
            select l.subject_a, l.subject_b
              from person_link l
             where l.subject_a in (select subject from mine) and l.subject_b in (select subject from mine)
               and l.verdict = 'join' and l.probability >= ?
            union all
            select d.subject_a, d.subject_b
              from (select distinct on (subject_a, subject_b) subject_a, subject_b, decision
                      from link_decision
                     where subject_a in (select subject from mine) and subject_b in (select subject from mine)
                     order by subject_a, subject_b, id desc) d
             where d.decision = 'join'
            """;

    private static final String TIED = """
            select distinct o.person
              from person_subject s
              join person_link l on l.subject_a = s.subject or l.subject_b = s.subject
              join person_subject o on o.subject in (l.subject_a, l.subject_b)
             where s.person = any(?)
               and l.verdict = 'attention'
               and not exists (select from link_decision d where d.subject_a = l.subject_a and d.subject_b = l.subject_b)
             order by o.person
            """;

    static DoubtOfPerson read(Connection connection, PersonId person, double certainFrom) throws SQLException {
        List<SubjectKey> subjects = subjects(connection, person);
        List<UUID> tied = new ArrayList<>();
        boolean more = follow(connection, person, tied);
        return new DoubtOfPerson(subjects, certain(connection, person, subjects, certainFrom), tied, more);
    }

    /** The part with most subjects; of two equals the one with the smallest subject, as a split has it. */
    private static List<SubjectKey> certain(
            Connection connection, PersonId person, List<SubjectKey> subjects, double certainFrom) throws SQLException {
        Ties ties = new Ties();
        try (PreparedStatement select = connection.prepareStatement(CERTAIN)) {
            select.setObject(1, person.value());
            select.setDouble(2, certainFrom);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ties.tie(subject(row, 1), subject(row, 2));
                }
            }
        }
        return ties.parts(subjects).stream()
                .max(Comparator.<List<SubjectKey>>comparingInt(List::size)
                        .thenComparing(List::getFirst, Comparator.reverseOrder()))
                .orElse(List.of());
    }

    private static List<SubjectKey> subjects(Connection connection, PersonId person) throws SQLException {
        List<SubjectKey> subjects = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select subject from person_subject where person = ? order by subject")) {
            select.setObject(1, person.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    subjects.add(subject(row, 1));
                }
            }
        }
        return subjects;
    }

    /** Step by step, the nearest first; says whether any were left out. */
    private static boolean follow(Connection connection, PersonId person, List<UUID> tied) throws SQLException {
        Set<UUID> seen = new HashSet<>(Set.of(person.value()));
        List<UUID> last = List.of(person.value());
        while (!last.isEmpty()) {
            List<UUID> next = new ArrayList<>();
            for (UUID other : tiedTo(connection, last)) {
                if (seen.add(other)) {
                    if (tied.size() == MOST_TIED) {
                        return true;
                    }
                    tied.add(other);
                    next.add(other);
                }
            }
            last = next;
        }
        return false;
    }

    private static List<UUID> tiedTo(Connection connection, List<UUID> persons) throws SQLException {
        List<UUID> tied = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(TIED)) {
            select.setArray(1, connection.createArrayOf("uuid", persons.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    tied.add(row.getObject(1, UUID.class));
                }
            }
        }
        return tied;
    }

    private static SubjectKey subject(ResultSet row, int column) throws SQLException {
        return new SubjectKey(row.getObject(column, UUID.class));
    }
}
