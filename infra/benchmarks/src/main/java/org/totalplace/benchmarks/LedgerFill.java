package org.totalplace.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.totalplace.local.postgres.Database;

/**
 * Fills the service's own tables with a ledger of many years.
 *
 * @param lines how many in all
 * @param years how many from 2015-16 on
 */
record LedgerFill(long lines, int years) {

    private static final int AGENCIES = 12;
    private static final int SERVICES = 300;
    private static final int PAYEES = 40_000;
    private static final int DELIVERIES_A_YEAR = 120;
    private static final int SEED = 2026;

    /** How many lines a year has at least; restated deliveries add theirs. */
    long linesOfAYear() {
        return lines / years;
    }

    /** Fills the database, which has the service's tables and nothing in them. */
    void into(Database database) throws SQLException, IOException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.ownerRole(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            for (String sql : script().split(";\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            // What the server's own housekeeping does in the minutes after a load.
            statement.execute("vacuum analyze");
        }
    }

    private String script() throws IOException {
        String script;
        try (InputStream resource =
                Objects.requireNonNull(LedgerFill.class.getResourceAsStream("ledger-fill.sql"), "ledger-fill.sql")) {
            script = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
        Map<String, Object> settings = Map.of(
                "agencies", AGENCIES,
                "services", SERVICES,
                "payees", PAYEES,
                "years", years,
                "a_delivery", linesOfAYear() / DELIVERIES_A_YEAR,
                "seed", SEED);
        for (Map.Entry<String, Object> setting : settings.entrySet()) {
            script = script.replace(
                    "{" + setting.getKey() + "}", setting.getValue().toString());
        }
        return script;
    }
}
