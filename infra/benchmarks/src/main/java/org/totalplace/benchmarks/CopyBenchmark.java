package org.totalplace.benchmarks;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.postgresql.PGConnection;
import org.totalplace.local.postgres.Database;
import org.totalplace.local.servers.RealServers;
import org.totalplace.starter.bulk.CopyRows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the bulk path is worth. */
final class CopyBenchmark implements Benchmark {

    private static final int ROWS = 400_000;
    private static final int R2DBC_ROWS = 20_000;
    private static final int BATCH = 1_000;

    @Override
    public String name() {
        return "copy";
    }

    @Override
    public String question() {
        return "How many rows a second go in by our COPY, against COPY of ready-made text and against R2DBC batch inserts?";
    }

    @Override
    public List<Figure> run() throws Exception {
        Database database = RealServers.postgres().freshDatabase("bench");
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.ownerRole(), database.password())) {
            connection.setAutoCommit(false);
            execute(connection, "create table line (row bigint, day date, pence bigint, payee text, service text)");
            connection.commit();
            double ready = readyMade(connection);
            double ours = ours(connection);
            double batches = batches(database);
            return List.of(
                    Figure.against("copy", "rows copied", ours, "rows/s", "COPY of ready-made text", ready),
                    Figure.against("copy", "rows copied", ours, "rows/s", "R2DBC Statement.add batches", batches));
        }
    }

    private static double readyMade(Connection connection) throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            text.append(i)
                    .append("\t2024-05-01\t")
                    .append(i * 7L)
                    .append("\tSupplier ")
                    .append(i % 5_000)
                    .append(" Ltd\tROADS\n");
        }
        return perSecond(
                connection,
                ROWS,
                () -> connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy line from stdin", new StringReader(text.toString())));
    }

    private static double ours(Connection connection) throws Exception {
        return perSecond(connection, ROWS, () -> {
            try (CopyRows rows = new CopyRows(connection, "line (row, day, pence, payee, service)")) {
                for (int i = 0; i < ROWS; i++) {
                    rows.number(i)
                            .value("2024-05-01")
                            .number(i * 7L)
                            .text("Supplier " + i % 5_000 + " Ltd")
                            .text("ROADS")
                            .endRow();
                }
                return rows.finish();
            }
        });
    }

    private static double perSecond(Connection connection, int rows, Callable<Long> load) throws Exception {
        double best = 0;
        for (int run = 0; run < 3; run++) {
            execute(connection, "truncate line");
            connection.commit();
            long begun = System.nanoTime();
            load.call();
            connection.commit();
            best = Math.max(best, rows * 1e9 / (System.nanoTime() - begun));
        }
        return best;
    }

    static double batches(Database database) {
        var factory = new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(database.host())
                .port(database.port())
                .database(database.name())
                .username(database.ownerRole())
                .password(database.password())
                .build());
        long begun = System.nanoTime();
        Mono.usingWhen(factory.create(), CopyBenchmark::insertAll, PostgresqlConnection::close)
                .block();
        return R2DBC_ROWS * 1e9 / (System.nanoTime() - begun);
    }

    private static Mono<Void> insertAll(PostgresqlConnection connection) {
        return connection
                .beginTransaction()
                .thenMany(Flux.range(0, R2DBC_ROWS / BATCH).concatMap(batch -> insertBatch(connection, batch)))
                .then(connection.commitTransaction());
    }

    private static Flux<Long> insertBatch(PostgresqlConnection connection, int batch) {
        var statement = connection.createStatement(
                "insert into line (row, day, pence, payee, service) values ($1, $2, $3, $4, $5)");
        for (int i = 0; i < BATCH; i++) {
            long row = (long) batch * BATCH + i;
            statement
                    .bind("$1", row)
                    .bind("$2", LocalDate.parse("2024-05-01"))
                    .bind("$3", row * 7)
                    .bind("$4", "Supplier " + row % 5_000 + " Ltd")
                    .bind("$5", "ROADS");
            if (i < BATCH - 1) {
                statement.add();
            }
        }
        return Objects.requireNonNull(statement.execute()).flatMap(result -> result.getRowsUpdated());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
