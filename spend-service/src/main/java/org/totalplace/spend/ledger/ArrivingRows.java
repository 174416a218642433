package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.totalplace.starter.bulk.CopyRows;

/** The rows of one delivery in a temporary table of its transaction, from the first until they are posted. */
final class ArrivingRows {

    private final Connection connection;
    private final CopyRows copy;
    private boolean complete;

    /**
     * @param connection with a transaction that this delivery has for itself
     * @param table the statement that creates the table {@code arriving}
     * @param columns of it, in the order in which they are written
     */
    ArrivingRows(Connection connection, String table, String columns) throws SQLException {
        this.connection = connection;
        try (Statement create = connection.createStatement()) {
            create.execute(table);
        }
        this.copy = new CopyRows(connection, columns);
    }

    /** Where the next row is written. */
    CopyRows next() {
        return copy;
    }

    /** Ends the stream of rows, if it has not been ended: until then the connection can do nothing else. */
    void complete() throws SQLException {
        if (complete) {
            return;
        }
        complete = true;
        copy.finish();
        try (Statement analyse = connection.createStatement()) {
            analyse.execute("analyze arriving");
        }
    }

    /** Gives up what was not posted. */
    void giveUp() throws SQLException {
        copy.close();
    }
}
