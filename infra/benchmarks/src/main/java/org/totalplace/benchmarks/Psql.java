package org.totalplace.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.totalplace.local.postgres.Database;

/** The peer of all loading: PostgreSQL's own client with the ready-made file, or its JDBC driver's COPY without one. */
final class Psql {

    /** A table like any other, logged and without indexes. */
    private static final String TABLE = "drop table if exists ready; create table ready (day date, payee text,"
            + " amount numeric(15, 2), service text, reference text, kind text, purpose text)";

    private static final int RUNS = 3;

    private Psql() {}

    /** What the peer is. */
    static String name() {
        return isThere() ? "psql \\\\copy of the same file" : "JDBC COPY of the same file (no psql on the path)";
    }

    /** Rows a second, best of three. */
    static double rowsPerSecond(Database database, Path file, long rows) throws Exception {
        double best = 0;
        for (int run = 0; run < RUNS; run++) {
            long begun = System.nanoTime();
            if (isThere()) {
                byPsql(database, file);
            } else {
                byDriver(database, file);
            }
            best = Math.max(best, rows * 1e9 / (System.nanoTime() - begun));
        }
        return best;
    }

    private static boolean isThere() {
        try {
            return new ProcessBuilder("psql", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void byPsql(Database database, Path file) throws Exception {
        ProcessBuilder psql = new ProcessBuilder(List.of(
                        "psql",
                        "-q",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-h",
                        database.host(),
                        "-p",
                        String.valueOf(database.port()),
                        "-U",
                        database.ownerRole(),
                        "-d",
                        database.name(),
                        "-c",
                        TABLE,
                        "-c",
                        "\\copy ready from '" + file + "' with (format csv, header)"))
                .inheritIO();
        psql.environment().put("PGPASSWORD", database.password());
        if (psql.start().waitFor() != 0) {
            throw new IllegalStateException("psql could not copy " + file);
        }
    }

    private static void byDriver(Database database, Path file) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.ownerRole(), database.password());
                Statement create = connection.createStatement();
                InputStream bytes = Files.newInputStream(file)) {
            create.execute(TABLE);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy ready from stdin with (format csv, header)", bytes);
        }
    }
}
