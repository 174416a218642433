package org.totalplace.journey.costing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import org.totalplace.journey.due.Patience;
import org.totalplace.journey.due.Statements;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.rounds.Rounds;

/**
 * Costs the service lines that are due, whole lines at a time, so that the parts of a line always add up to its ledger
 * total. One replica does so at a time. A crash leaves the lines due.
 */
final class CostingLines implements Rounds.Round {

    private static final Duration LOOK = Duration.ofMillis(400);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);
    /**
     * Of its time the run takes a third at most, so that a flood of contacts is not costed over and over while it
     * comes in.
     */
    private static final int REST = 2;

    private final BulkDatabase database;
    private final InstantSource clock;
    private final Patience patience = new Patience(LONGEST_WAIT, LONGEST_WAIT);

    CostingLines(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Duration run() throws Exception {
        long began = System.nanoTime();
        if (!patience.isOver(database.inTransaction(CostingLines::latestDue), clock.instant())) {
            return LOOK;
        }
        database.inTransaction(this::cost);
        Duration rest = Duration.ofNanos(System.nanoTime() - began).multipliedBy(REST);
        return rest.compareTo(LOOK) < 0 ? LOOK : rest;
    }

    private static long latestDue(Connection connection) throws SQLException {
        return Statements.number(connection, "select coalesce(max(id), 0) from costing_due");
    }

    private int cost(Connection connection) throws SQLException {
        if (!CostingTurns.isMine(connection)) {
            return 0;
        }
        for (String table : CostingSql.TABLES) {
            Statements.run(connection, table);
        }
        Timestamp now = Timestamp.from(clock.instant());
        Statements.run(connection, CostingSql.TAKE_DUE);
        Statements.run(connection, CostingSql.WEIGH);
        Statements.run(connection, "analyze weighed");
        Statements.run(connection, CostingSql.SUM_UP);
        Statements.run(connection, CostingSql.SPLIT);
        Statements.run(connection, "analyze split");
        Statements.run(connection, CostingSql.VALUE);
        Statements.run(connection, CostingSql.SPLIT_VALUES);
        Statements.run(connection, "analyze value_part");
        Statements.run(connection, CostingSql.COUNT_BEARERS);
        Statements.run(connection, CostingSql.REMOVE);
        Statements.run(connection, CostingSql.WRITE);
        Statements.run(connection, CostingSql.RECONCILE, now);
        Statements.run(connection, CostingSql.FORGET);
        CostingTurns.note(connection, clock.instant());
        Statements.run(connection, CostingSql.CLOSE);
        Statements.run(connection, CostingSql.OPEN);
        return Statements.run(connection, CostingSql.TOUCH, now);
    }
}
