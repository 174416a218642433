package org.totalplace.journey.costing;

import java.sql.Connection;
import java.sql.SQLException;
import org.totalplace.journey.due.Statements;

/** Which lines a new rule or reference cost makes due. */
final class LinesDue {

    /** Any number that no other advisory lock of the database uses. */
    private static final String TURN = "select pg_advisory_xact_lock(7446201025) is not null";

    /**
     * Follows the query {@code written} of the agencies and services that were set. Years are probed one by one, for
     * an index answers that, and a costing under way may not have told of its lines yet.
     */
    static final String OF_WRITTEN = """
            insert into costing_due (agency, service, year)
            select distinct w.agency, w.service, y.year
              from written w
             cross join generate_series(1900, 2199) y (year)
             where exists (select from contact_kind k join contact c on c.kind = k.id and c.year = y.year and not c.deleted
                            where k.agency = w.agency and k.service = w.service)
            """;

    private LinesDue() {}

    /** Waits for the right to set rules and reference costs and keeps it until the transaction ends. */
    static void takeTurns(Connection connection) throws SQLException {
        Statements.holds(connection, TURN);
    }
}
