package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.totalplace.local.postgres.Database;

/** Looks into the database past the service. */
public final class LedgerFacts {

    /** Totals in force that the lines do not bear out, and lines without their total. */
    private static final String DIFFERENCES = """
            with recomputed as (
                select l.year, d.phase, s.agency, l.delivery, l.service, f.function,
                       date_trunc('month', l.paid_on)::date as month, l.capital, r.agency as payee_agency,
                       sum(l.pence)::bigint as pence, count(*)::integer as lines
                from ledger_line l join posted_delivery d on d.number = l.delivery and d.until is null
                join service_line s on s.id = l.service
                join service_function f on f.service = l.service and f.until is null
                left join payee_resolution r on r.payee = l.payee and r.until is null
                group by 1, 2, 3, 4, 5, 6, 7, 8, 9
            ), kept as (
                select year, phase, agency, delivery, service, function, month, capital, payee_agency, pence, lines
                from ledger_total where until is null
            )
            select (select count(*) from (table recomputed except all table kept) missing)
                 + (select count(*) from (table kept except all table recomputed) wrong)
            """;

    private final Database database;

    public LedgerFacts(Database database) {
        this.database = database;
    }

    public long differencesOfTotals() {
        return number(DIFFERENCES);
    }

    public long number(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    public void run(String sql) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.appRole(), database.password());
    }

    /** A connection of one's own, without auto-commit. */
    public Connection openTransaction() throws SQLException {
        Connection connection = open();
        connection.setAutoCommit(false);
        return connection;
    }
}
