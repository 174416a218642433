package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.totalplace.local.postgres.Database;

/** Looks into the database past the service. */
public final class LedgerFacts {

    /** Totals in force at a revision that the lines in force then do not bear out, and lines without their total. */
    private static final String DIFFERENCES = """
            with at as (select %%d as revision),
            recomputed as (
                select l.year, d.phase, s.agency, l.delivery, l.service, f.function,
                       date_trunc('month', l.paid_on)::date as month, l.capital, r.agency as payee_agency,
                       sum(l.pence)::bigint as pence, count(*)::integer as lines
                from at, ledger_line l
                join posted_delivery d on d.number = l.delivery
                join service_line s on s.id = l.service
                join service_function f on f.service = l.service
                left join payee_resolution r on r.payee = l.payee
                                            and exists (select from at where %2$s)
                where %1$s and %3$s
                group by 1, 2, 3, 4, 5, 6, 7, 8, 9
            ), kept as (
                select t.year, t.phase, t.agency, t.delivery, t.service, t.function, t.month, t.capital, t.payee_agency,
                       t.pence, t.lines
                from at, ledger_total t where %4$s
            ), recomputed_payees as (
                select l.year, d.phase, s.agency, l.delivery, l.service, date_trunc('month', l.paid_on)::date as month,
                       l.capital, l.payee, sum(l.pence)::bigint as pence, count(*)::integer as lines
                from at, ledger_line l
                join posted_delivery d on d.number = l.delivery
                join service_line s on s.id = l.service
                where %1$s
                group by 1, 2, 3, 4, 5, 6, 7, 8
            ), kept_payees as (
                select t.year, t.phase, t.agency, t.delivery, t.service, t.month, t.capital, t.payee, t.pence, t.lines
                from at, payee_total t where %4$s
            )
            select (select count(*) from (table recomputed except all table kept) missing)
                 + (select count(*) from (table kept except all table recomputed) wrong)
                 + (select count(*) from (table recomputed_payees except all table kept_payees) missing)
                 + (select count(*) from (table kept_payees except all table recomputed_payees) wrong)
            """.formatted(inForce("d"), inForce("r"), inForce("f"), inForce("t"));

    /** Transfers and standings in force that the lines in force do not bear out, and the other way round. */
    private static final String DIFFERENCES_OF_TRANSFERS = """
            with line as (
                select l.year, d.phase, s.agency, l.delivery, l.row, l.part, l.pence, l.payee, r.agency as paid, r.body,
                       r.payee as resolved, n.redacted, n.looks_public
                from ledger_line l
                join posted_delivery d on d.number = l.delivery and d.until is null
                join service_line s on s.id = l.service
                left join payee_name n on n.id = l.payee
                left join payee_resolution r on r.payee = l.payee and r.until is null
            ), named as (
                select delivery, row, part, agency, paid, pence from line where paid <> agency
            ), kept as (
                select delivery, row, part, payer, payee, pence from transfer_line where until is null and declared is null
            ), standing as (
                select year, phase, agency, delivery,
                       case when payee is null then 'not-named' when redacted then 'redacted' when paid is not null then 'agency'
                            when body is not null then 'body' when resolved is null and looks_public then 'possible-body'
                            else 'other' end, sum(pence)::bigint
                from line group by 1, 2, 3, 4, 5
            ), kept_standing as (
                select year, phase, agency, delivery, standing, pence from payee_standing where until is null
            )
            select (select count(*) from (table named except all table kept) missing)
                 + (select count(*) from (table kept except all table named) wrong)
                 + (select count(*) from (table standing except all table kept_standing) missing)
                 + (select count(*) from (table kept_standing except all table standing) wrong)
            """;

    /** Deliveries of which the journal does not say how many lines they have and how far; lines that stand twice. */
    private static final String DIFFERENCES_OF_JOURNAL = """
            select (select count(*)
                    from posted_delivery j
                    left join (select delivery, count(*) as lines, max(row) as last_row from ledger_line group by 1) l
                           on l.delivery = j.number
                    where (j.lines, j.last_row) is distinct from (coalesce(l.lines, 0), coalesce(l.last_row, 0)))
                 + (select count(*)
                    from (select from ledger_line group by delivery, row, part having count(*) > 1) twice)
            """;

    private static String inForce(String row) {
        return "%1$s.since <= at.revision and (%1$s.until is null or %1$s.until > at.revision)".formatted(row);
    }

    private final Database database;

    public LedgerFacts(Database database) {
        this.database = database;
    }

    public long differencesOfTotals() {
        return differencesOfTotalsAt(Integer.MAX_VALUE - 1);
    }

    /** How many deliveries and lines the journal does not know as they are. */
    public long differencesOfJournal() {
        return number(DIFFERENCES_OF_JOURNAL);
    }

    /** How many of the kept transfers and standings are not what the lines say. */
    public long differencesOfTransfers() {
        return number(DIFFERENCES_OF_TRANSFERS);
    }

    /** How many of the maintained totals are not what the lines say, as both were at a revision. */
    public long differencesOfTotalsAt(int revision) {
        settlePayees();
        return number(differencesAt(revision));
    }

    /** Makes the sums by payee that are due, as whoever asks for them first does. */
    void settlePayees() {
        try (Connection connection = openTransaction()) {
            PayeeSums.settle(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new AssertionError("The sums by payee cannot be made", e);
        }
    }

    static String differencesAt(int revision) {
        return DIFFERENCES.formatted(revision);
    }

    public int lastRevision() {
        return (int) number("select max(id) from revision");
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
