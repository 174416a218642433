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
 * @param fresh the temporary table, in which no row is twice
 * @param columns of both tables, delivery among them, without since and until
 */
public record Succession(String table, String fresh, String columns) {

    /**
     * Both sides are laid on one another and grouped, not joined: nothing is known yet of how many rows a table just
     * filled has, and a group costs one pass whatever is thought of it.
     */
    private static final String FOLLOW = """
            with compared as (
                select max(at) as at, count(*) as times, %3$s
                from (select ctid as at, %3$s from %1$s where until is null and delivery = any (?)
                      union all
                      select null, %3$s from %2$s) both_sides
                group by %3$s),
            ended as (
                update %1$s t set until = ? from compared c where c.times = 1 and t.ctid = c.at)
            insert into %1$s (%3$s, since) select %3$s, ? from compared where at is null
            """;

    /** Within the transaction of a revision, once for each table. */
    public void follow(Connection connection, Revision revision, List<Integer> deliveries) throws SQLException {
        try (PreparedStatement follow = connection.prepareStatement(FOLLOW.formatted(table, fresh, columns))) {
            follow.setArray(1, connection.createArrayOf("integer", deliveries.toArray()));
            follow.setInt(2, revision.id());
            follow.setInt(3, revision.id());
            follow.executeUpdate();
        }
    }
}
