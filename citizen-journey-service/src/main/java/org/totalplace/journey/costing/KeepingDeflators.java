package org.totalplace.journey.costing;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.totalplace.journey.due.Statements;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.price.Deflators;

/**
 * Brings the series of deflators that the service is started with to where costing reads it. If it is another than
 * before, all lines with reference costs are due.
 */
@Component
class KeepingDeflators implements ApplicationRunner {

    private static final String IN_FORCE = """
            select (select source from deflator_series order by number desc limit 1) as source, year, index, status
              from deflator_in_force order by year
            """;

    private static final String NEXT = "insert into deflator_series (source, set_at) values (?, ?)";

    private static final String YEAR = """
            insert into deflator (series, year, index, status) select max(number), ?, ?, ? from deflator_series
            """;

    private static final String DUE = """
            with written as (select distinct agency, service from reference_cost)
            """ + CostingTurns.LINES_DUE;

    private final BulkDatabase database;
    private final Deflators deflators;
    private final InstantSource clock;

    KeepingDeflators(BulkDatabase database, Deflators deflators, InstantSource clock) {
        this.database = database;
        this.deflators = deflators;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        database.inTransaction(this::keep);
    }

    private int keep(Connection connection) throws SQLException {
        if (held(connection).equals(given())) {
            return 0;
        }
        Instant at = CostingTurns.take(connection, clock.instant());
        Statements.run(connection, NEXT, deflators.source(), Timestamp.from(at));
        for (var entry : deflators.series().entrySet()) {
            Deflators.Deflator deflator = entry.getValue();
            Statements.run(connection, YEAR, entry.getKey().start(), deflator.index(), deflator.status());
        }
        return Statements.run(connection, DUE);
    }

    private List<String> given() {
        return deflators.series().entrySet().stream()
                .map(entry -> text(
                        deflators.source(),
                        entry.getKey().start(),
                        entry.getValue().index(),
                        entry.getValue().status()))
                .toList();
    }

    private static List<String> held(Connection connection) throws SQLException {
        List<String> held = new ArrayList<>();
        try (var select = connection.prepareStatement(IN_FORCE);
                var row = select.executeQuery()) {
            while (row.next()) {
                held.add(text(row.getString(1), row.getInt(2), row.getBigDecimal(3), row.getString(4)));
            }
        }
        return held;
    }

    private static String text(String source, int year, BigDecimal index, String status) {
        return year + " " + index.stripTrailingZeros().toPlainString() + " " + status + " " + source;
    }
}
