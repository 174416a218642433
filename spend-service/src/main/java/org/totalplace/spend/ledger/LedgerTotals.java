package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.totalplace.spend.payee.PayeeStanding;
import org.totalplace.spend.revision.Revision;
import org.totalplace.spend.revision.Succession;
import org.totalplace.spend.transfer.TransferLines;

/** Keeps the sums of the ledger: always recomputed from the lines of what was touched, never counted up. */
final class LedgerTotals {

    /** Summed by day first, since a month costs more to tell than to sum, and by as few columns as tell the rest. */
    private static final String SUMS = """
            create temporary table fresh_sum on commit drop as
            select x.year, d.phase, s.agency, x.delivery, x.service, date_trunc('month', x.paid_on)::date as month,
                   x.capital, x.payee_agency, x.standing, sum(x.pence)::bigint as pence, sum(x.lines)::integer as lines
            from (
                select l.year, l.delivery, l.service, l.paid_on, l.capital, r.agency as payee_agency,
                       %s as standing, sum(l.pence) as pence, count(*) as lines
                from ledger_line l
                left join payee_name n on n.id = l.payee
                left join payee_resolution r on r.payee = l.payee and r.until is null
                where l.delivery = any (array(select number from posted_delivery where number = any (?) and until is null))
                group by 1, 2, 3, 4, 5, 6, 7) x
            join posted_delivery d on d.number = x.delivery
            join service_line s on s.id = x.service
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9
            """.formatted(PayeeStanding.OF_LINE);

    private static final String TOTALS = """
            create temporary table fresh_total on commit drop as
            select p.year, p.phase, p.agency, p.delivery, p.service, f.function, p.month, p.capital, p.payee_agency,
                   sum(p.pence)::bigint as pence, sum(p.lines)::integer as lines
            from fresh_sum p join service_function f on f.service = p.service and f.until is null
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9
            """;

    private static final String STANDINGS = """
            create temporary table fresh_standing on commit drop as
            select year, phase, agency, delivery, standing, sum(pence)::bigint as pence from fresh_sum
            group by 1, 2, 3, 4, 5
            """;

    private static final Succession TOTALS_KEPT = new Succession(
            "ledger_total",
            "fresh_total",
            "year, phase, agency, delivery, service, function, month, capital, payee_agency, pence, lines");

    private static final Succession STANDINGS_KEPT =
            new Succession("payee_standing", "fresh_standing", "year, phase, agency, delivery, standing, pence");

    private LedgerTotals() {}

    /**
     * Brings the sums of some deliveries to what their lines say now; those that no longer count have none. Once a
     * transaction.
     */
    static void recompute(Connection connection, Revision revision, List<Integer> deliveries) throws SQLException {
        if (deliveries.isEmpty()) {
            return;
        }
        ManyLines.expect(connection, deliveries);
        TransferLines.recompute(connection, revision, deliveries);
        try (PreparedStatement sums = connection.prepareStatement(SUMS);
                Statement followed = connection.createStatement()) {
            sums.setArray(1, connection.createArrayOf("integer", deliveries.toArray()));
            sums.executeUpdate();
            followed.execute(TOTALS);
            followed.execute(STANDINGS);
        }
        ManyLines.expectNoMore(connection);
        TOTALS_KEPT.follow(connection, revision, deliveries);
        STANDINGS_KEPT.follow(connection, revision, deliveries);
    }
}
