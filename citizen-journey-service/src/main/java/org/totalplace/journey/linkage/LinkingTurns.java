package org.totalplace.journey.linkage;

import java.sql.Connection;
import java.sql.SQLException;
import org.totalplace.journey.due.Statements;

/** Keeps full runs of linking away: what one has read before is out of date when records go for good. */
public final class LinkingTurns {

    private LinkingTurns() {}

    /** Waits until no full run is under way and keeps others out until the transaction ends. */
    public static void take(Connection connection) throws SQLException {
        Statements.holds(connection, "select pg_advisory_xact_lock(" + FullLinking.ONE_AT_A_TIME + ") is not null");
    }
}
