package org.totalplace.journey.costing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

    private static final String HELD = """
            select coalesce(string_agg(concat_ws(' ', year, index, status, source), ',' order by year), '') from deflator
            """;

    private static final String DUE = """
            with written as (select distinct agency, service from reference_cost)
            """ + LinesDue.OF_WRITTEN;

    private final BulkDatabase database;
    private final Deflators deflators;

    KeepingDeflators(BulkDatabase database, Deflators deflators) {
        this.database = database;
        this.deflators = deflators;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        database.inTransaction(this::keep);
    }

    private int keep(Connection connection) throws SQLException {
        LinesDue.takeTurns(connection);
        String before = text(connection);
        Statements.run(connection, "delete from deflator");
        write(connection);
        return before.equals(text(connection)) ? 0 : Statements.run(connection, DUE);
    }

    private void write(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into deflator (year, index, status, source) values (?, ?, ?, ?)")) {
            for (var entry : deflators.series().entrySet()) {
                Deflators.Deflator deflator = entry.getValue();
                insert.setInt(1, entry.getKey().start());
                insert.setBigDecimal(2, deflator.index());
                insert.setString(3, deflator.status());
                insert.setString(4, deflators.source());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String text(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(HELD);
                var row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
