package org.totalplace.journey.due;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Set-based statements of a transaction. */
public final class Statements {

    private Statements() {}

    /** Runs one statement with its parameters in their order, and returns how many rows it changed. */
    public static int run(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** The answer to the question, a select of one number. */
    public static long number(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                var row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Whether the question, a select of one boolean, is answered with yes. */
    public static boolean holds(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                var row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
