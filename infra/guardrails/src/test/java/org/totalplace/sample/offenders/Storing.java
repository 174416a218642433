package org.totalplace.sample.offenders;

import java.sql.Connection;
import java.sql.SQLException;

/** Knows SQL in a package that must not. */
public final class Storing {

    private Storing() {}

    static String where(Connection connection) throws SQLException {
        return connection.getCatalog();
    }
}
