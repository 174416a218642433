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

    private final RecomputingViews views;

    TouchedSubjects(RecomputingViews views) {
        this.views = views;
    }

    /** Makes the two tables, empty; the definitions of measures stay as they are until the transaction ends. */
    public void begin(Connection connection) throws SQLException {
        Measures.hold(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table touched_subject (subject uuid) on commit drop");
            statement.execute("create temporary table touched_person (person uuid) on commit drop");
        }
    }

    /** Recomputes the views of all who stand in the tables, and drops these. */
    public void recompute(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into touched_person
                    select distinct person from subject_person join touched_subject using (subject)
                    """);
            views.recompute(connection);
            statement.execute("drop table touched_subject, touched_person");
        }
    }
}
