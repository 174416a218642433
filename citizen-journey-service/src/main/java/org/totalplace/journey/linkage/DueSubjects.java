package org.totalplace.journey.linkage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.totalplace.journey.due.Statements;

/**
 * Subjects that linking has yet to look at, as they stood at one moment.
 *
 * @param stamps of each; a subject that changes again gets another
 */
record DueSubjects(Map<UUID, Long> stamps) {

    private static final String REMOVE = """
            delete from linking_due
             using unnest(?, ?) as seen (subject, stamp)
             where linking_due.subject = seen.subject and linking_due.stamp = seen.stamp
            """;

    private static final String PLACED = """
            update linking_due set placed = true
              from unnest(?, ?) as seen (subject, stamp)
             where linking_due.subject = seen.subject and linking_due.stamp = seen.stamp
            """;

    private static final String UNPLACED =
            "select count(*) from (select 1 from linking_due where not placed limit ?) as waiting";

    static DueSubjects read(Connection connection) throws SQLException {
        return read(connection, "select subject, stamp from linking_due");
    }

    /** Those that the quick step has not placed. */
    static DueSubjects readUnplaced(Connection connection) throws SQLException {
        return read(connection, "select subject, stamp from linking_due where not placed");
    }

    private static DueSubjects read(Connection connection, String query) throws SQLException {
        Map<UUID, Long> stamps = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                stamps.put(row.getObject(1, UUID.class), row.getLong(2));
            }
        }
        return new DueSubjects(stamps);
    }

    /** Whether some wait for the quick step, and not more than so many. */
    static boolean isUnplaced(Connection connection, int atMost) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(UNPLACED)) {
            count.setInt(1, atMost + 1);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1) > 0 && row.getInt(1) <= atMost;
            }
        }
    }

    /** Whether any wait for the quick step. */
    static boolean isAnyUnplaced(Connection connection) throws SQLException {
        return Statements.holds(connection, "select exists (select from linking_due where not placed)");
    }

    /** Negative when nothing is due. */
    static long latestStamp(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select coalesce(max(stamp), -1) from linking_due");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Those of {@code now} that these do not know, or know with an earlier change. */
    Set<UUID> changedSince(DueSubjects now) {
        Set<UUID> late = new HashSet<>();
        now.stamps().forEach((subject, stamp) -> {
            if (!stamp.equals(stamps.get(subject))) {
                late.add(subject);
            }
        });
        return late;
    }

    /** Takes these out, but for those that changed again. */
    void remove(Connection connection) throws SQLException {
        run(connection, REMOVE);
    }

    /** Notes that the quick step has placed these, but for those that changed again. */
    void markPlaced(Connection connection) throws SQLException {
        run(connection, PLACED);
    }

    private void run(Connection connection, String statement) throws SQLException {
        List<UUID> subjects = new ArrayList<>(stamps.keySet());
        List<Long> seen = subjects.stream().map(stamps::get).toList();
        try (PreparedStatement run = connection.prepareStatement(statement)) {
            run.setArray(1, connection.createArrayOf("uuid", subjects.toArray()));
            run.setArray(2, connection.createArrayOf("bigint", seen.toArray()));
            run.executeUpdate();
        }
    }
}
