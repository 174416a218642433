package org.totalplace.spend.revision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * How the rows of a table that follows from others are brought up to date: a temporary table holds those of some
 * deliveries as they should be now; rows that are not among them end, and those that are new begin.
 *
 * @param table with the columns {@code delivery, since, until}
 * @param fresh the temporary table, in which {@code delivery} is a column too
 * @param columns of both tables, without since and until
 * @param same the condition that the rows t of the table and f of the temporary one say the same
 */
public record Succession(String table, String fresh, String columns, String same) {

    private static final String END = """
            update %s t set until = ?
            where t.until is null and t.delivery = any (?)
              and not exists (select from %s f where f.delivery = t.delivery and %s)
            """;

    private static final String BEGIN = """
            insert into %1$s (%3$s, since) select %3$s, ? from %2$s f
            where not exists (select from %1$s t where t.until is null and f.delivery = t.delivery and %4$s)
            """;

    /** Within the transaction of a revision, once for each table. */
    public void follow(Connection connection, Revision revision, List<Integer> deliveries) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(END.formatted(table, fresh, same))) {
            end.setInt(1, revision.id());
            end.setArray(2, connection.createArrayOf("integer", deliveries.toArray()));
            end.executeUpdate();
        }
        try (PreparedStatement begin = connection.prepareStatement(BEGIN.formatted(table, fresh, columns, same))) {
            begin.setInt(1, revision.id());
            begin.executeUpdate();
        }
    }
}
