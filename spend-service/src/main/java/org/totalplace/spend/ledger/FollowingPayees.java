package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.totalplace.spend.revision.Revision;
import org.totalplace.value.AgencyCode;

/** Brings the sums of lines up to date when what their payees mean has changed. */
public final class FollowingPayees {

    private static final String PAID = """
            select distinct t.delivery from payee_total t where t.payee = any (?) and t.until is null
            """;

    private static final String SPENT = """
            select distinct t.delivery from ledger_total t join agency a on a.id = t.agency
            where a.code = ? and t.year between ? and ? and t.until is null
            """;

    private FollowingPayees() {}

    /** What an agency spent from one financial year to another, both by the calendar year in which they begin. */
    public record Span(AgencyCode agency, int fromYear, int toYear) {}

    /** @param payees ids of the names whose meaning has changed */
    public static void recompute(Connection connection, Revision revision, List<Integer> payees) throws SQLException {
        LedgerTotals.recompute(connection, revision, deliveriesThatPaid(connection, payees));
    }

    /** Of all that agencies spent in some years. */
    public static void recomputeSpent(Connection connection, Revision revision, Collection<Span> spans)
            throws SQLException {
        Set<Integer> deliveries = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement(SPENT)) {
            for (Span span : spans) {
                select.setString(1, span.agency().value());
                select.setInt(2, span.fromYear());
                select.setInt(3, span.toYear());
                deliveries.addAll(numbers(select));
            }
        }
        LedgerTotals.recompute(connection, revision, List.copyOf(deliveries));
    }

    static List<Integer> deliveriesThatPaid(Connection connection, List<Integer> payees) throws SQLException {
        PayeeSums.settle(connection);
        try (PreparedStatement select = connection.prepareStatement(PAID)) {
            select.setArray(1, connection.createArrayOf("integer", payees.toArray()));
            return numbers(select);
        }
    }

    static List<Integer> numbers(PreparedStatement select) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
        }
        return numbers;
    }
}
