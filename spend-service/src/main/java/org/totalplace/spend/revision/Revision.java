package org.totalplace.spend.revision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One change of the figures, from {@link #begin} to {@link #end} within its transaction. Revisions are made one at a
 * time: a second one waits until the first has committed.
 *
 * @param id grows with every change; the version of what is announced
 */
public record Revision(int id) {

    /** Any number that no other advisory lock of the database uses. */
    private static final long ONE_AT_A_TIME = 7_446_201_010L;

    private static final String END = """
            update revision set made_at = greatest(?, (
                select max(earlier.made_at) + interval '1 microsecond' from revision earlier where isfinite(earlier.made_at)))
            where id = ?
            """;

    /** What a revision is made for. */
    public enum Kind {
        DELIVERY,
        WITHDRAWAL,
        REGISTRATION,
        SERVICE_LINE,
        PAYEE_DECISION,
        PAYEE_NAMES,
        TRANSFER_DECLARATION,
        PLACE;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Waits for its turn, which lasts until the transaction ends.
     *
     * @param note for people who ask why a figure changed
     */
    public static Revision begin(Connection connection, Kind kind, String note) throws SQLException {
        try (PreparedStatement turn = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            turn.setLong(1, ONE_AT_A_TIME);
            turn.execute();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into revision (kind, note) values (?, ?) returning id")) {
            insert.setString(1, kind.code());
            insert.setString(2, note);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return new Revision(row.getInt(1));
            }
        }
    }

    /**
     * Dates the revision; the last statement before the commit, so that nobody can ask for a moment at which it was not
     * yet visible.
     */
    public void end(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(END)) {
            update.setTimestamp(1, Timestamp.from(now.truncatedTo(ChronoUnit.MICROS)));
            update.setInt(2, id);
            update.executeUpdate();
        }
    }
}
