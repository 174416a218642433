package org.totalplace.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.reading.FileReading;
import org.totalplace.intake.reading.ReadingOptions;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.intake.reading.Values;
import org.totalplace.local.postgres.Database;
import org.totalplace.starter.bulk.CopyRows;
import org.totalplace.starter.bulk.WriteBehind;

/** What a delivery costs on its way from the request into the ledger. */
final class IntakeBenchmark implements Benchmark {

    private static final int ROWS = 500_000;
    private static final int RUNS = 4;
    private static final int CHUNK = 4_096;

    private static final String STAGE = """
            create temporary table arriving (row bigint not null, paid_on date not null, pence bigint not null,
                payee text, service text not null, capital boolean, purpose text, reference text)
            """;

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public String question() {
        return "How many rows a second are read, checked and staged, and posted from the request, against psql's COPY?";
    }

    @Override
    public List<Figure> run() throws Exception {
        Path folder = Files.createTempDirectory("total-place-intake");
        Path file = PaymentsFile.ofRows(folder.resolve("payments.csv"), ROWS, 0);
        try (SpendService service = SpendService.start("-Xmx512m")) {
            Database database = service.database();
            double psql = Psql.rowsPerSecond(database, file, ROWS);
            double staged = staged(database, file);
            double posted = posted(service, folder);
            double batches = batches(database);
            return List.of(
                    Figure.against("intake", "read, checked and staged", staged, "rows/s", Psql.name(), psql),
                    Figure.against("intake", "posted from the request", posted, "rows/s", Psql.name(), psql),
                    Figure.against(
                            "intake", "read, checked and staged", staged, "rows/s", "R2DBC batch inserts", batches));
        } finally {
            try (var files = Files.list(folder)) {
                for (Path each : files.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        }
    }

    private static double staged(Database database, Path file) throws Exception {
        double best = 0;
        for (int run = 0; run < RUNS; run++) {
            try (Connection connection =
                    DriverManager.getConnection(database.jdbcUrl(), database.ownerRole(), database.password())) {
                connection.setAutoCommit(false);
                long begun = System.nanoTime();
                if (stage(connection, file) != ROWS) {
                    throw new IllegalStateException("Not every row was accepted");
                }
                best = Math.max(best, ROWS * 1e9 / (System.nanoTime() - begun));
                connection.rollback();
            }
        }
        return best;
    }

    private static long stage(Connection connection, Path file) throws Exception {
        try (Statement create = connection.createStatement()) {
            create.execute(STAGE);
        }
        try (FileReading reading = FileReading.open(file, "payments.csv", Layouts.PAYMENTS, ReadingOptions.NONE);
                CopyRows copy = new CopyRows(connection, "arriving")) {
            WriteBehind<RowOutcome.Accepted> behind = new WriteBehind<>("rows", CHUNK, rows -> {
                for (RowOutcome.Accepted row : rows) {
                    add(copy, row);
                }
            });
            AtomicLong rows = new AtomicLong();
            reading.forEach(outcome -> {
                if (outcome instanceof RowOutcome.Accepted row) {
                    rows.incrementAndGet();
                    hand(behind, row);
                }
            });
            behind.complete();
            copy.finish();
            return rows.get();
        }
    }

    private static void hand(WriteBehind<RowOutcome.Accepted> behind, RowOutcome.Accepted row) {
        try {
            behind.add(row);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void add(CopyRows copy, RowOutcome.Accepted row) throws SQLException {
        Values values = row.values();
        var amount = values.amount(Layouts.PAYMENTS.indexOf("amount"));
        String service = values.text(Layouts.PAYMENTS.indexOf("service"));
        copy.number(row.row())
                .day(Objects.requireNonNull(values.date(Layouts.PAYMENTS.indexOf("date"))))
                .number(Objects.requireNonNull(amount).value())
                .text(values.text(Layouts.PAYMENTS.indexOf("payee")))
                .text(service == null ? "not-stated" : service)
                .flag("Capital".equals(values.text(Layouts.PAYMENTS.indexOf("capitalOrRevenue"))))
                .text(values.text(Layouts.PAYMENTS.indexOf("purpose")))
                .text(values.text(Layouts.PAYMENTS.indexOf("transaction")));
        copy.endRow();
    }

    /** The best of some deliveries of as many rows each; the first ones warm the service. */
    private static double posted(SpendService service, Path folder) throws Exception {
        double best = 0;
        for (int run = 0; run < RUNS; run++) {
            String agency = "bench-" + run;
            service.register(agency);
            Path file = PaymentsFile.ofRows(folder.resolve("payments-" + run + ".csv"), ROWS, 0);
            long begun = System.nanoTime();
            service.deliver(agency, "2019-05", file);
            best = Math.max(best, ROWS * 1e9 / (System.nanoTime() - begun));
        }
        return best;
    }

    private static double batches(Database database) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.ownerRole(), database.password());
                Statement create = connection.createStatement()) {
            create.execute("create table line (row bigint, day date, pence bigint, payee text, service text)");
        }
        return CopyBenchmark.batches(database);
    }
}
