package org.totalplace.starter.bulk;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Blocking connections of the run-time role, for work over many rows: COPY, set-based statements, offsets. Call it on
 * virtual or listener threads only, never on an event loop.
 */
public final class BulkDatabase implements AutoCloseable {

    private final HikariDataSource connections;

    BulkDatabase(HikariDataSource connections) {
        this.connections = connections;
    }

    /** Work within one transaction; what it throws rolls everything back. */
    @FunctionalInterface
    public interface Work<T extends @org.jspecify.annotations.Nullable Object> {
        T in(Connection connection) throws Exception;
    }

    /** Runs the work in one transaction and commits it. */
    public <T extends @org.jspecify.annotations.Nullable Object> T inTransaction(Work<T> work) throws Exception {
        try (Connection connection = connections.getConnection()) {
            return committed(connection, work);
        }
    }

    /** A connection of one's own without auto-commit, to be closed; what is not committed by then is rolled back. */
    public Connection open() throws SQLException {
        return connections.getConnection();
    }

    private static <T extends @org.jspecify.annotations.Nullable Object> T committed(
            Connection connection, Work<T> work) throws Exception {
        try {
            T result = work.in(connection);
            connection.commit();
            return result;
        } catch (Exception failure) {
            try {
                connection.rollback();
            } catch (SQLException broken) {
                failure.addSuppressed(broken);
            }
            throw failure;
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
