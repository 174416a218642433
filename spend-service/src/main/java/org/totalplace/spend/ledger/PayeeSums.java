package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.totalplace.spend.revision.Revision;

/**
 * Keeps the sums of deliveries by printed payee. There are nearly as many of them as lines, so they are not made while
 * a delivery is posted but right after it, and at once by whoever asks for them first; nobody reads them before {@link
 * #settle}.
 */
public final class PayeeSums {

    static final String ANY_DUE = "select exists (select from payee_sum_due)";

    private static final String OWE = "insert into payee_sum_due (delivery) select unnest(?::integer[])";

    /** Whoever is second waits here until the first has committed, and then finds the next one. */
    private static final String CLAIM = """
            delete from payee_sum_due
            where delivery = (select delivery from payee_sum_due order by delivery limit 1 for update)
            returning delivery
            """;

    /** A delivery cannot end while its sums are made: they would not hear of it. */
    private static final String HOLD = "select from posted_delivery where number = ? for no key update";

    /** In the order of their index, which takes them in faster so. */
    private static final String SUM = """
            insert into payee_total (year, phase, agency, delivery, service, month, capital, payee, pence, lines, since,
                                     until)
            select l.year, d.phase, s.agency, l.delivery, l.service, date_trunc('month', l.paid_on)::date as month,
                   l.capital, l.payee, sum(l.pence)::bigint, count(*)::integer, d.since, d.until
            from ledger_line l
            join posted_delivery d on d.number = l.delivery
            join service_line s on s.id = l.service
            where l.delivery = ?
            group by l.year, d.phase, s.agency, l.delivery, l.service, month, l.capital, l.payee, d.since, d.until
            order by l.payee
            """;

    private static final String END = "update payee_total set until = ? where delivery = any (?) and until is null";

    private PayeeSums() {}

    /** These new deliveries are to be summed. */
    static void owe(Connection connection, List<Integer> deliveries) throws SQLException {
        try (PreparedStatement owe = connection.prepareStatement(OWE)) {
            owe.setArray(1, connection.createArrayOf("integer", deliveries.toArray()));
            owe.executeUpdate();
        }
    }

    /** Sums all that is due, within the caller's transaction. */
    public static void settle(Connection connection) throws SQLException {
        while (settleNext(connection)) {
            // One delivery after the other.
        }
    }

    /** @return whether there was one */
    static boolean settleNext(Connection connection) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM);
                ResultSet due = claim.executeQuery()) {
            if (!due.next()) {
                return false;
            }
            int delivery = due.getInt(1);
            run(connection, HOLD, delivery);
            ManyLines.expect(connection, List.of(delivery));
            run(connection, SUM, delivery);
            ManyLines.expectNoMore(connection);
            return true;
        }
    }

    /** The sums of these deliveries count no longer. */
    static void end(Connection connection, Revision revision, List<Integer> deliveries) throws SQLException {
        if (deliveries.isEmpty()) {
            return;
        }
        try (PreparedStatement end = connection.prepareStatement(END)) {
            end.setInt(1, revision.id());
            end.setArray(2, connection.createArrayOf("integer", deliveries.toArray()));
            end.executeUpdate();
        }
    }

    private static void run(Connection connection, String sql, int delivery) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, delivery);
            statement.execute();
        }
    }
}
