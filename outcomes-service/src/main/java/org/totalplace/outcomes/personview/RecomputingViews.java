package org.totalplace.outcomes.personview;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * Recomputes views from the facts. A person's row is locked before it is rewritten, in id order and after the batch's
 * facts are in: of two consumers that hold different subjects of one person, the later sees what the earlier wrote.
 */
@Component
class RecomputingViews {

    private static final String BEGIN_VIEWS = """
            insert into person_view (person, version, changed_at, own_version, own_changed_at)
            select person, moment.millis, moment.taken, moment.millis, moment.taken
            from (select distinct person from touched_person) touched
            cross join (select taken, (extract(epoch from taken) * 1000)::bigint as millis
                        from (select ?::timestamptz as taken) given) moment
            order by person
            on conflict do nothing
            """;

    private static final String LOCK = """
            select count(*) from (
                select 1 from person_view where person in (select person from touched_person) order by person for update
            ) locked
            """;

    private static final String FORGET =
            "delete from person_measure where person in (select person from touched_person)";

    private static final String RECOMPUTE = "insert into person_measure (" + MeasuredPersons.COLUMNS + ") "
            + MeasuredPersons.of("select distinct person from touched_person");

    private static final String MARK_CHANGED = """
            update person_view set version = version + 1, changed_at = moment.taken, own_version = own_version + 1,
                   own_changed_at = moment.taken
            from (select ?::timestamptz as taken) moment
            where person in (select person from touched_person)
            """;

    private static final String MARK_CHANGED_FOR_OTHERS = """
            update person_view set version = version + 1, changed_at = ?
            where person in (select person from touched_person)
            """;

    private final AnnouncingViews announcing;
    private final InstantSource clock;

    RecomputingViews(AnnouncingViews announcing, InstantSource clock) {
        this.announcing = announcing;
        this.clock = clock;
    }

    /** Recomputes everybody in the temporary table {@code touched_person}. */
    void recompute(Connection connection) throws SQLException {
        executeAt(connection, BEGIN_VIEWS);
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
            statement.executeUpdate(FORGET);
            statement.executeUpdate(RECOMPUTE);
        }
        executeAt(connection, MARK_CHANGED);
        announcing.announce(connection);
    }

    /**
     * Has those who watch everybody in {@code touched_person} look again, but for the persons themselves: only what is
     * not shown to them is another.
     */
    void changedForOthers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
        }
        executeAt(connection, MARK_CHANGED_FOR_OTHERS);
        AnnouncingViews.wake(connection);
    }

    private void executeAt(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(clock.instant()));
            statement.executeUpdate();
        }
    }
}
