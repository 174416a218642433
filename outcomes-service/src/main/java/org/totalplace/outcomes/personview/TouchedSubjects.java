package org.totalplace.outcomes.personview;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.stereotype.Component;
import org.totalplace.outcomes.measure.Measures;

/**
 * Those for whom a batch changed something. Projections write facts, name whom they touched in the temporary tables
 * {@code touched_subject} and {@code touched_person}, and then have their views recomputed, all in one transaction.
 */
@Component
public class TouchedSubjects {

    /** A process that is frozen while it holds links still shall not hold everybody up; projections say so already. */
    private static final String END_IF_SILENT = """
            select set_config('idle_in_transaction_session_timeout', '30s', true)
            where current_setting('idle_in_transaction_session_timeout') = '0'
            """;

    private final RecomputingViews views;

    TouchedSubjects(RecomputingViews views) {
        this.views = views;
    }

    /**
     * Makes the two tables, empty. Until the transaction ends definitions of measures stay as they are, and links
     * too: a fact and a link that are written at the same time would not see each other, and nobody would recompute
     * the person.
     */
    public void begin(Connection connection) throws SQLException {
        Measures.hold(connection);
        begin(connection, "select pg_advisory_xact_lock_shared(hashtext('identity links'))");
    }

    /** The same for whoever changes links, which happens while nobody writes facts. */
    void beginToLink(Connection connection) throws SQLException {
        Measures.hold(connection);
        begin(connection, "select pg_advisory_xact_lock(hashtext('identity links'))");
    }

    private static void begin(Connection connection, String turn) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(END_IF_SILENT);
            statement.execute(turn);
            statement.execute("create temporary table touched_subject (subject uuid) on commit drop");
            statement.execute("create temporary table touched_person (person uuid) on commit drop");
        }
    }

    /** Recomputes the views of all who stand in the tables, and drops these. */
    public void recompute(Connection connection) throws SQLException {
        nameThePersons(connection);
        views.recompute(connection);
        drop(connection);
    }

    /** Says that only what is shown of them to others than themselves has changed; drops the tables. */
    public void changedForOthers(Connection connection) throws SQLException {
        nameThePersons(connection);
        views.changedForOthers(connection);
        drop(connection);
    }

    private static void nameThePersons(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into touched_person
                    select distinct person from subject_person join touched_subject using (subject)
                    """);
        }
    }

    private static void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table touched_subject, touched_person");
        }
    }
}
