package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Tells the database's planner what it cannot know: that a delivery which it has no statistics of yet has many lines.
 * It would take them for a handful, and look up name after name and sort all where one pass does.
 */
final class ManyLines {

    /** From so many lines on. */
    private static final int MANY = 5_000;

    private static final String LINES = "select coalesce(sum(lines), 0) from posted_delivery where number = any (?)";

    private static final String ONE_PASS = """
            set local enable_nestloop = off;
            set local enable_mergejoin = off;
            set local enable_sort = off;
            set local max_parallel_workers_per_gather = 0;
            set local work_mem = '64MB'
            """;

    private static final String AS_USUAL = """
            set local enable_nestloop to default;
            set local enable_mergejoin to default;
            set local enable_sort to default;
            set local max_parallel_workers_per_gather to default;
            set local work_mem to default
            """;

    private ManyLines() {}

    /** From here on statements read the lines of these deliveries. */
    static void expect(Connection connection, List<Integer> deliveries) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(LINES)) {
            count.setArray(1, connection.createArrayOf("integer", deliveries.toArray()));
            try (ResultSet row = count.executeQuery()) {
                if (row.next() && row.getLong(1) >= MANY) {
                    run(connection, ONE_PASS);
                }
            }
        }
    }

    static void expectNoMore(Connection connection) throws SQLException {
        run(connection, AS_USUAL);
    }

    private static void run(Connection connection, String settings) throws SQLException {
        try (Statement set = connection.createStatement()) {
            set.execute(settings);
        }
    }
}
