package org.totalplace.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.totalplace.local.process.FreePorts;

class PostgresServerIntegrationTests {

    private static final Path BINARIES =
            Path.of(System.getProperty("java.io.tmpdir"), "total-place-" + System.getProperty("user.name"), "binaries");

    @TempDir
    Path folder;

    private PostgresSettings settings;

    @BeforeEach
    void choosePort() {
        settings = new PostgresSettings(FreePorts.any(), folder, BINARIES, "secret'word", 32);
    }

    @Test
    void keeps_its_data_over_a_restart() throws SQLException {
        try (PostgresServer first = PostgresServer.start(settings)) {
            write(first.databases().create("kept"), "create table letter as select 1 as id");
        }

        try (PostgresServer second = PostgresServer.start(settings)) {
            assertThat(one(second.databases().create("kept"), "select id from letter"))
                    .isEqualTo("1");
        }
    }

    @Test
    void keeps_every_committed_row_when_it_is_killed() throws Exception {
        PostgresServer first = PostgresServer.start(settings);
        write(first.databases().create("kept"), "create table letter as select generate_series(1, 1000) as id");
        kill(first.pid());

        try (PostgresServer second = PostgresServer.start(settings)) {
            assertThat(one(second.databases().create("kept"), "select count(*) from letter"))
                    .isEqualTo("1000");
        }
    }

    @Test
    void takes_its_data_back_from_a_server_that_was_left_running() throws Exception {
        PostgresServer left = PostgresServer.start(settings);
        // As after a killed launcher whose own note of the process is lost, too.
        Files.delete(folder.resolve("postgres.pid"));

        try (PostgresServer second = PostgresServer.start(settings)) {
            assertThat(left.process().isAlive()).isFalse();
            assertThat(second.process().isAlive()).isTrue();
        }
    }

    @Test
    void is_durable() throws SQLException {
        try (PostgresServer server = PostgresServer.start(settings)) {
            Database database = server.databases().create("durable");

            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(one(database, "show " + setting)).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void makes_anew_what_an_interrupted_first_start_left_half_made() throws IOException {
        Files.createDirectories(folder.resolve("data.unfinished/base"));

        try (PostgresServer server = PostgresServer.start(settings)) {
            assertThat(server.process().isAlive()).isTrue();
        }
    }

    private static void kill(long pid) throws Exception {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    private static void write(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.ownerRole(), database.password());
    }
}
