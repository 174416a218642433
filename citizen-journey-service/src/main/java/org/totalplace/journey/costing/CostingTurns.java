package org.totalplace.journey.costing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.totalplace.journey.due.Statements;

/**
 * Whatever changes the figures of service lines takes turns, so that moments follow one another as the commits do and a
 * figure of a past moment can be asked again.
 */
final class CostingTurns {

    /** Any number that no other advisory lock of the database uses. */
    private static final long TURN = 7_446_201_023L;

    private static final String NOTE = """
            insert into costing_run (at)
            select greatest(?::timestamptz, max(at) + interval '1 microsecond') from costing_run
            returning at
            """;

    /**
     * Follows the query {@code written} of the agencies and services that were set. Years are probed one by one, for
     * an index answers that, and a costing under way may not have told of its lines yet.
     */
    static final String LINES_DUE = """
            insert into costing_due (agency, service, year)
            select distinct w.agency, w.service, y.year
              from written w
             cross join generate_series(1900, 2199) y (year)
             where exists (select from contact_kind k join contact c on c.kind = k.id and c.year = y.year and not c.deleted
                            where k.agency = w.agency and k.service = w.service)
            """;

    private CostingTurns() {}

    /** Whether the turn is free; then it is kept until the transaction ends. */
    static boolean isMine(Connection connection) throws SQLException {
        return Statements.holds(connection, "select pg_try_advisory_xact_lock(" + TURN + ")");
    }

    /** Waits for the turn, keeps it until the transaction ends, and returns its moment. */
    static Instant take(Connection connection, Instant now) throws SQLException {
        Statements.holds(connection, "select pg_advisory_xact_lock(" + TURN + ") is not null");
        return note(connection, now);
    }

    /** Notes the moment of this turn, which is later than that of any before. */
    static Instant note(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
            insert.setTimestamp(1, Timestamp.from(now));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getTimestamp(1).toInstant();
            }
        }
    }
}
