package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * What the database has to be told of the many lines of a delivery: its planner would take those that it has no
 * statistics of for a handful, and look up name after name and sort all where one pass does.
 */
final class ManyLines {

    /** From so many lines on. */
    private static final int MANY = 5_000;

    private static final String LINES = "select coalesce(sum(lines), 0) from posted_delivery where number = any (?)";

    private static final String KNOW = "select know_ledger_lines(?)";

    private static final String POSTED = "select coalesce(max(number), 0) from posted_delivery";

    private static final String PLACE = "select place_ledger_lines()";

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

    /**
     * From here on statements read so many lines, which have just been written.
     *
     * @param years in which they are
     */
    static void arrived(Connection connection, int lines, Set<Integer> years) throws SQLException {
        if (lines >= MANY) {
            try (PreparedStatement know = connection.prepareStatement(KNOW)) {
                know.setArray(1, connection.createArrayOf("integer", years.toArray()));
                know.execute();
            }
            run(connection, ONE_PASS);
        }
    }

    /** The number of the last delivery that was posted. */
    static long posted(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(POSTED)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Makes what was written since the last time quick to find. Whoever writes many lines waits until it commits. */
    static boolean place(Connection connection) throws SQLException {
        try (Statement place = connection.createStatement()) {
            return place.execute(PLACE);
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
