package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.totalplace.spend.payee.PayeeStanding;
import org.totalplace.spend.revision.Revision;
import org.totalplace.spend.transfer.TransferLines;

/** Keeps the sums of the ledger: always recomputed from the lines of what was touched, never counted up. */
final class LedgerTotals {

    private static final String FRESH = """
            create temporary table fresh_total on commit drop as
            select p.year, p.phase, p.agency, p.delivery, p.service, f.function, p.month, p.capital,
                   r.agency as payee_agency, sum(p.pence)::bigint as pence, sum(p.lines)::integer as lines
            from payee_total p
            join service_function f on f.service = p.service and f.until is null
            left join payee_resolution r on r.payee = p.payee and r.until is null
            where p.delivery = any (?) and p.until is null
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9
            """;

    /** Two totals that say the same; the rest of their columns follows from the delivery. */
    private static final String SAME = """
            t.until is null and f.delivery = t.delivery and f.agency = t.agency and f.service = t.service and f.month = t.month
              and f.year = t.year and f.function = t.function and f.pence = t.pence and f.lines = t.lines
              and f.capital is not distinct from t.capital and f.payee_agency is not distinct from t.payee_agency
            """;

    private static final String END = """
            update ledger_total t set until = ?
            where t.until is null and t.delivery = any (?)
              and not exists (select from fresh_total f where %s)
            """.formatted(SAME);

    private static final String BEGIN = """
            insert into ledger_total (year, phase, agency, delivery, service, function, month, capital, payee_agency,
                                      pence, lines, since)
            select year, phase, agency, delivery, service, function, month, capital, payee_agency, pence, lines, ?
            from fresh_total f
            where not exists (select from ledger_total t where %s)
            """.formatted(SAME);

    private static final String PAYEES = """
            insert into payee_total (year, phase, agency, delivery, service, month, capital, payee, pence, lines, since)
            select l.year, d.phase, s.agency, l.delivery, l.service, date_trunc('month', l.paid_on)::date as month,
                   l.capital, l.payee, sum(l.pence)::bigint, count(*)::integer, d.since
            from ledger_line l
            join posted_delivery d on d.number = l.delivery
            join service_line s on s.id = l.service
            where l.delivery = any (?)
            group by l.year, d.phase, s.agency, l.delivery, l.service, month, l.capital, l.payee, d.since
            """;

    private static final String END_PAYEES =
            "update payee_total set until = ? where delivery = any (?) and until is null";

    private LedgerTotals() {}

    /**
     * Brings the sums of some deliveries to what their lines say now; those that no longer count have none. Once a
     * transaction.
     */
    static void recompute(Connection connection, Revision revision, List<Integer> deliveries) throws SQLException {
        if (deliveries.isEmpty()) {
            return;
        }
        TransferLines.recompute(connection, revision, deliveries);
        PayeeStanding.recompute(connection, revision, deliveries);
        Object[] numbers = deliveries.toArray();
        try (PreparedStatement fresh = connection.prepareStatement(FRESH)) {
            fresh.setArray(1, connection.createArrayOf("integer", numbers));
            fresh.executeUpdate();
        }
        try (PreparedStatement end = connection.prepareStatement(END)) {
            end.setInt(1, revision.id());
            end.setArray(2, connection.createArrayOf("integer", numbers));
            end.executeUpdate();
        }
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setInt(1, revision.id());
            begin.executeUpdate();
        }
    }

    /** Sums new deliveries by printed payee, once and for all. */
    static void sumPayees(Connection connection, List<Integer> deliveries) throws SQLException {
        try (PreparedStatement payees = connection.prepareStatement(PAYEES)) {
            payees.setArray(1, connection.createArrayOf("integer", deliveries.toArray()));
            payees.executeUpdate();
        }
    }

    /** The sums by printed payee of these deliveries count no longer. */
    static void endPayees(Connection connection, Revision revision, List<Integer> deliveries) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(END_PAYEES)) {
            end.setInt(1, revision.id());
            end.setArray(2, connection.createArrayOf("integer", deliveries.toArray()));
            end.executeUpdate();
        }
    }
}
