package org.totalplace.local.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.totalplace.local.process.OwnedProcess;
import org.totalplace.local.process.ProcessFailure;

/**
 * Makes databases on a running server, as its superuser.
 *
 * @param host of the server
 * @param port of the server
 * @param superuser who may make databases and roles
 * @param password of the superuser, given to every role that is made
 */
public record Databases(String host, int port, String superuser, String password) {

    /**
     * Makes the database and its roles {@code <name>_owner} and {@code <name>_app} unless they are there, and sets
     * their rights and passwords in any case.
     */
    public Database create(String name) {
        Database database = new Database(host, port, name, password);
        inDatabase("postgres", maintenance -> {
            role(maintenance, database.ownerRole());
            role(maintenance, database.appRole());
            if (!exists(maintenance, "select 1 from pg_database where datname = '%s'".formatted(name))) {
                maintenance.execute("create database %s owner %s".formatted(name, database.ownerRole()));
            }
        });
        inDatabase(name, inside -> inside.execute(DatabaseRights.of(database)));
        return database;
    }

    /** Makes the database anew, empty, whatever there was of this name. */
    public Database createFresh(String name) {
        Database database = new Database(host, port, name, password);
        inDatabase("postgres", maintenance -> {
            maintenance.execute("drop database if exists %s with (force)".formatted(database.name()));
        });
        return create(name);
    }

    private void role(Statement statement, String role) throws SQLException {
        if (!exists(statement, "select 1 from pg_roles where rolname = '%s'".formatted(role))) {
            statement.execute("create role %s login".formatted(role));
        }
        statement.execute("alter role %s login password '%s'".formatted(role, password.replace("'", "''")));
    }

    private static boolean exists(Statement statement, String question) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            return rows.next();
        }
    }

    void awaitReady(OwnedProcess process, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (answers()) {
                return;
            }
            pause();
        }
        throw new ProcessFailure(process.obituary());
    }

    private boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProcessFailure("Waiting for PostgreSQL was interrupted");
        }
    }

    private void inDatabase(String name, Work work) {
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement()) {
            work.with(statement);
        } catch (SQLException broken) {
            throw new ProcessFailure("PostgreSQL on port %d refused to set up the database %s: %s"
                    .formatted(port, name, broken.getMessage()));
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties credentials = new Properties();
        credentials.setProperty("user", superuser);
        credentials.setProperty("password", password);
        return DriverManager.getConnection("jdbc:postgresql://%s:%d/%s".formatted(host, port, database), credentials);
    }

    @FunctionalInterface
    private interface Work {
        void with(Statement statement) throws SQLException;
    }
}
