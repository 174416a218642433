package org.totalplace.gateway.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.totalplace.local.postgres.Database;
import org.totalplace.local.servers.RealServers;

class OldRecordsIntegrationTests {

    @Test
    void records_of_before_the_chain_become_its_beginning() throws Exception {
        Database database = RealServers.postgres().freshDatabase("gateway_of_before");
        migrated(database, "1");
        List<Chained> chain = new ArrayList<>();

        try (var owner = DriverManager.getConnection(database.jdbcUrl(), database.ownerRole(), database.password());
                var statement = owner.createStatement()) {
            statement.execute("""
                    insert into usage_record (at, organisation, caller, role, purpose, what, trace_id, success)
                    select '2026-03-01 12:00Z'::timestamptz + i * interval '1.000001 s', nullif(i % 2, 0)::text,
                           'ünï\\' || i, 'steward', 'audit', '/api/v1/people', 't' || i, true
                    from generate_series(1, 5) i
                    """);
            migrated(database, "latest");
            try (var rows = statement.executeQuery("select * from usage_record order by seq")) {
                while (rows.next()) {
                    chain.add(read(rows));
                }
            }
        }

        ChainCheck check = ChainCheck.ofAll(head -> false);
        check.read(chain, List.of());
        assertThat(check.end()).isEmpty();
        assertThat(check.seq()).isEqualTo(5);
        assertThat(chain).extracting(link -> link.entry().caller()).startsWith("ünï\\1", "ünï\\2");
    }

    private static void migrated(Database database, String target) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.ownerRole(), database.password())
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private static Chained read(ResultSet row) throws SQLException {
        UsageRecord entry = new UsageRecord(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("organisation"),
                row.getString("caller"),
                row.getString("role"),
                row.getString("purpose"),
                row.getString("what"),
                null,
                row.getString("trace_id"),
                row.getBoolean("success"));
        return new Chained(row.getLong("seq"), entry, row.getString("previous"), row.getString("hash"));
    }
}
