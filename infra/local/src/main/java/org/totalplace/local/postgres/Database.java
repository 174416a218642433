package org.totalplace.local.postgres;

import java.util.regex.Pattern;

/**
 * One database with its two roles, which share a password.
 *
 * @param host of the server
 * @param port of the server
 * @param name 1 to 50 lower-case letters, digits and underscores
 * @param password of both roles
 */
public record Database(String host, int port, String name, String password) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,49}");

    public Database {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A database name is 1 to 50 lower-case letters, digits and underscores, not '" + name + "'");
        }
    }

    /** The role that owns the tables: for migrations. */
    public String ownerRole() {
        return name + "_owner";
    }

    /** The role of the running service: reads and writes rows, cannot make or change tables. */
    public String appRole() {
        return name + "_app";
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }

    public String r2dbcUrl() {
        return "r2dbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }
}
