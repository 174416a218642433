package org.totalplace.journey.personcost;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.totalplace.journey.due.Statements;
import org.totalplace.value.SubjectKey;

/**
 * How many persons a cohort has under the three readings of links. Doubt moves no cost from the cohort, for cost
 * follows subjects; it moves by how many persons bear it.
 *
 * @param certain if links that are not certain are left out: the most persons
 * @param persons as the links are
 * @param tied if doubtful links are counted in: the fewest
 */
record DoubtOfCohort(long certain, long persons, long tied) {

    private static final String COUNT = "select count(*) from cohort";

    /** Subjects with contacts that may lie in the cohort, of persons that have more than one subject. */
    private static final String SUBJECTS = """
            with several as (
                select s.person from cohort join person_subject s using (person) group by s.person having count(*) > 1
            )
            select s.person, s.subject,
                   exists (select from participant p
                             join contact c on c.id = p.contact and c.year = ?::smallint
                             left join stage_of_kind g on g.kind = c.kind
                            where p.subject = s.subject
                              and (?::text is null or g.map = ?
                                   or exists (select from timed_stage t where t.kind = c.kind and t.map = ?))) as here
              from several join person_subject s using (person)
             order by s.person
            """;

    private static final String CERTAIN = """
            with decided as (
                select distinct on (subject_a, subject_b) subject_a, subject_b, decision
                  from link_decision order by subject_a, subject_b, id desc
            ), held as (
                select subject_a, subject_b from person_link where verdict = 'join' and probability >= ?
                union all
                select subject_a, subject_b from decided where decision = 'join'
            )
            select l.subject_a, l.subject_b
              from cohort
              join person_subject a using (person)
              join held l on l.subject_a = a.subject
              join person_subject b on b.subject = l.subject_b and b.person = a.person
            """;

    private static final String TIED = """
            select a.person, b.person
              from person_link l
              join person_subject a on a.subject = l.subject_a
              join person_subject b on b.subject = l.subject_b
             where l.verdict = 'attention' and a.person <> b.person
               and not exists (select from link_decision d where d.subject_a = l.subject_a and d.subject_b = l.subject_b)
            """;

    private static final String OF_TIED = "select person from cohort where person = any(?)";

    /** Of the persons that {@link LyingCosts} laid out. */
    static DoubtOfCohort read(Connection connection, Cohort cohort, double certainFrom) throws SQLException {
        long persons = Statements.number(connection, COUNT);
        return new DoubtOfCohort(
                persons + moreByCertain(connection, cohort, certainFrom), persons, persons - fewerByTied(connection));
    }

    private static long moreByCertain(Connection connection, Cohort cohort, double certainFrom) throws SQLException {
        Ties ties = new Ties();
        try (PreparedStatement select = connection.prepareStatement(CERTAIN)) {
            select.setDouble(1, certainFrom);
            tie(select, ties);
        }
        Map<UUID, Set<SubjectKey>> parts = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SUBJECTS)) {
            select.setInt(1, cohort.year().start());
            for (int map = 2; map <= 4; map++) {
                select.setObject(map, cohort.map(), Types.VARCHAR);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean(3)) {
                        parts.computeIfAbsent(row.getObject(1, UUID.class), person -> new HashSet<>(2))
                                .add(ties.root(new SubjectKey(row.getObject(2, UUID.class))));
                    }
                }
            }
        }
        return parts.values().stream().mapToLong(roots -> roots.size() - 1).sum();
    }

    private static long fewerByTied(Connection connection) throws SQLException {
        Ties ties = new Ties();
        Set<SubjectKey> tied = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(TIED);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                // Persons are ordered and tied as subjects are: both are 128 bits.
                SubjectKey one = new SubjectKey(row.getObject(1, UUID.class));
                SubjectKey other = new SubjectKey(row.getObject(2, UUID.class));
                ties.tie(one, other);
                tied.add(one);
                tied.add(other);
            }
        }
        Set<SubjectKey> groups = new HashSet<>();
        long here = 0;
        try (PreparedStatement select = connection.prepareStatement(OF_TIED)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", tied.stream().map(SubjectKey::value).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    here++;
                    groups.add(ties.root(new SubjectKey(row.getObject(1, UUID.class))));
                }
            }
        }
        return here - groups.size();
    }

    private static void tie(PreparedStatement select, Ties ties) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ties.tie(new SubjectKey(row.getObject(1, UUID.class)), new SubjectKey(row.getObject(2, UUID.class)));
            }
        }
    }
}
