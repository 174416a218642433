package org.totalplace.spend.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.totalplace.local.postgres.Database;
import org.totalplace.local.servers.RealServers;
import org.totalplace.spend.ledger.LedgerFacts;

/** Kills a process of its own, hard, at ten points of its loads, and counts what is there each time. */
class KilledLoadIntegrationTests {

    private static final int KILLS = 10;
    private static final int ROWS = 40_000;
    private static final long PENCE_A_ROW = 125;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Database DATABASE = RealServers.postgres().freshDatabase("spend_killed");

    private final LedgerFacts facts = new LedgerFacts(DATABASE);
    private final Random chance = new Random(20_251_122);

    @TempDir
    private Path data = Path.of("unset");

    @Test
    void whatever_the_moment_a_load_is_whole_or_nothing_and_counts_once_in_the_end() throws Exception {
        prepare();
        List<UUID> deliveries = new ArrayList<>(List.of(hand(0)));
        long whole = millisOfAWholeLoad(deliveries.getFirst());
        int brokenOff = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            if (isPublished(deliveries.getLast())) {
                deliveries.add(hand(deliveries.size()));
            }
            killAfter((long) (chance.nextDouble() * whole));
            brokenOff += isPublished(deliveries.getLast()) ? 0 : 1;
            assertThatEachIsWholeOrNothing(deliveries);
        }
        Process last = reader();
        awaitPublished(deliveries.getLast());
        last.destroyForcibly().waitFor();

        assertThat(brokenOff).as("kills that broke a load off").isPositive();
        assertThatEachIsWholeOrNothing(deliveries);
        assertThat(facts.number("select count(*) from delivery where status = 'published'"))
                .isEqualTo(deliveries.size());
        assertThat(facts.number("select sum(pence) from ledger_total where until is null"))
                .isEqualTo(deliveries.size() * ROWS * PENCE_A_ROW);
        assertThat(facts.differencesOfTotals()).isZero();
        assertThat(facts.number("select count(*) from revision where not isfinite(made_at)"))
                .isZero();
    }

    private void assertThatEachIsWholeOrNothing(List<UUID> deliveries) {
        for (UUID delivery : deliveries) {
            long lines =
                    facts.number("select count(*) from ledger_line l join posted_delivery d on d.number = l.delivery "
                            + "where d.delivery = '" + delivery + "'");
            assertThat(lines).isEqualTo(isPublished(delivery) ? ROWS : 0);
        }
        assertThat(facts.number("select count(*) from ledger_line"))
                .isEqualTo(facts.number("select count(*) * " + ROWS + " from posted_delivery"));
    }

    private long millisOfAWholeLoad(UUID delivery) throws Exception {
        Process process = reader();
        long begun = System.nanoTime();
        awaitPublished(delivery);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        process.destroyForcibly().waitFor();
        return millis;
    }

    private void killAfter(long millis) throws Exception {
        Process process = reader();
        Thread.sleep(millis);
        process.destroyForcibly().waitFor();
        awaitNoSession();
    }

    /** The database notices by itself that a process is gone, a moment later. */
    private void awaitNoSession() throws InterruptedException {
        while (facts.number("select count(*) from pg_stat_activity where usename = 'spend_killed_app'") > 1) {
            Thread.sleep(20);
        }
    }

    private boolean isPublished(UUID delivery) {
        return facts.number("select count(*) from delivery where status = 'published' and id = '" + delivery + "'")
                == 1;
    }

    private void awaitPublished(UUID delivery) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!isPublished(delivery)) {
            assertThat(System.nanoTime()).as("published within " + PATIENCE).isLessThan(until);
            Thread.sleep(20);
        }
    }

    private Process reader() throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                ReaderOfItsOwn.class.getName(),
                DATABASE.jdbcUrl(),
                DATABASE.appRole(),
                DATABASE.password(),
                data.toString());
        java.redirectErrorStream(true);
        Process process = java.start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder before = new StringBuilder();
        for (String line = said.readLine(); !ReaderOfItsOwn.BEGUN.equals(line); line = said.readLine()) {
            if (line == null) {
                throw new AssertionError("The reader did not start: " + before);
            }
            before.append(line).append('\n');
        }
        Thread.ofVirtual().start(() -> said.lines().forEach(line -> {}));
        return process;
    }

    private void prepare() throws SQLException {
        Flyway.configure()
                .dataSource(DATABASE.jdbcUrl(), DATABASE.ownerRole(), DATABASE.password())
                .locations("classpath:db/starter", "classpath:db/intake", "classpath:db/migration")
                .load()
                .migrate();
        facts.run("""
                insert into revision (made_at, kind, note) values (now(), 'registration', 'for the test');
                insert into place (gss, name, population) values ('E10009999', 'Northmoor', 430000);
                insert into agency (code) values ('killed');
                insert into registration (agency, name, kind, aliases, place, registered_by, since)
                select a.id, 'Killed Council', 'council', '{}', 'E10009999', 'steward', r.id from agency a, revision r;
                insert into feed (code, agency, kind, policy, updated_at, registered_at)
                values ('killed-payments', 'killed', 'payments', 'accept-good-rows', now(), now());
                """);
    }

    /** A delivery as the door leaves it: bytes in the spool, a row in the books. */
    private UUID hand(int month) throws Exception {
        UUID id = UUID.randomUUID();
        StringBuilder file = new StringBuilder("Payment Date,Supplier Name,Net Amount,Service Area\r\n");
        for (int row = 0; row < ROWS; row++) {
            file.append("%02d/%02d/%d,Supplier %d Ltd,1.25,Parks\r\n"
                    .formatted(1 + row % 28, 1 + month % 12, 2010 + month / 12, row % 500));
        }
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(data.resolve("spool"));
        Files.write(data.resolve("spool").resolve(id.toString()), bytes);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        String first = "%d-%02d-01".formatted(2010 + month / 12, 1 + month % 12);
        facts.run("""
                insert into delivery (id, feed, agency, status, name, bytes, sha256, period_from, period_to, received_at)
                values ('%s', 'killed-payments', 'killed', 'received', 'a.csv', %d, '%s', date '%s',
                        date '%s' + interval '1 month' - interval '1 day', now())
                """.formatted(id, bytes.length, sha256, first, first));
        return id;
    }
}
