package org.totalplace.outcomes.personview;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.totalplace.outcomes.measure.Redefined;

/** Recomputes the views of those whose observations, or goals, fall under another definition now. */
@Component
class RecomputingRedefined implements Redefined {

    private static final String TOUCH = """
            insert into touched_subject
            select subject from observation where measure = ? and observed_at >= ?
            union
            select subject from goal where ? = 'own-goal'
            """;

    private final TouchedSubjects touched;

    RecomputingRedefined(TouchedSubjects touched) {
        this.touched = touched;
    }

    @Override
    public void redefined(Connection connection, String measure, LocalDate from) throws SQLException {
        touched.begin(connection);
        try (PreparedStatement touch = connection.prepareStatement(TOUCH)) {
            touch.setString(1, measure);
            touch.setObject(2, from);
            touch.setString(3, measure);
            touch.executeUpdate();
        }
        touched.recompute(connection);
    }
}
