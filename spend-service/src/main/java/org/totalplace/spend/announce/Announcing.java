package org.totalplace.spend.announce;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.ServiceTotal;
import org.totalplace.spend.revision.Revision;
import org.totalplace.starter.outbox.Outbox;

/**
 * Writes the new totals of touched service lines into the outbox, in the transaction of the revision that touched them.
 */
public final class Announcing {

    /** Which agencies' money of which years and phases these deliveries have, or had, a part in. */
    private static final String REACH = """
            select coalesce(array_agg(distinct year), '{}'), coalesce(array_agg(distinct phase::text), '{}'),
                   coalesce(array_agg(distinct agency), '{}')
            from ledger_total where delivery = any (?)
            """;

    /** One pass over the money: touched and standing sums are not joined, since nobody knows how many are new. */
    private static final String TOTALS = """
            select a.code, s.code, f.name, t.year, t.phase, t.pence::bigint, t.lines::bigint
            from (
                select agency, service, year, phase, coalesce(sum(pence) filter (where until is null), 0) as pence,
                       coalesce(sum(lines) filter (where until is null), 0) as lines
                from ledger_total where %s group by 1, 2, 3, 4 having %s) t
            join agency a on a.id = t.agency
            join service_line s on s.id = t.service
            join service_function f on f.service = t.service and f.until is null
            order by 1, 2, 4, 5
            """;

    private static final String OF_DELIVERIES = TOTALS.formatted(
            "year = any (?) and phase = any (?::phase[]) and agency = any (?)", "bool_or(delivery = any (?))");

    private static final String OF_SERVICE_LINE =
            TOTALS.formatted("agency = (select agency from service_line where id = ?) and service = ?", "true");

    private Announcing() {}

    /** All service lines in which these deliveries have, or had, lines. */
    public static void ofDeliveries(Connection connection, Revision revision, List<Integer> deliveries)
            throws SQLException {
        if (deliveries.isEmpty()) {
            return;
        }
        Array numbers = connection.createArrayOf("integer", deliveries.toArray());
        try (PreparedStatement reach = connection.prepareStatement(REACH);
                PreparedStatement totals = connection.prepareStatement(OF_DELIVERIES)) {
            reach.setArray(1, numbers);
            try (ResultSet row = reach.executeQuery()) {
                row.next();
                totals.setArray(1, row.getArray(1));
                totals.setArray(2, row.getArray(2));
                totals.setArray(3, row.getArray(3));
            }
            totals.setArray(4, numbers);
            append(connection, revision, totals);
        }
    }

    /** One service line, in all its years. */
    public static void ofServiceLine(Connection connection, Revision revision, int service) throws SQLException {
        try (PreparedStatement totals = connection.prepareStatement(OF_SERVICE_LINE)) {
            totals.setInt(1, service);
            totals.setInt(2, service);
            append(connection, revision, totals);
        }
    }

    private static void append(Connection connection, Revision revision, PreparedStatement totals) throws SQLException {
        List<Outbox.Entry<ServiceTotal>> entries = new ArrayList<>();
        try (ResultSet rows = totals.executeQuery()) {
            while (rows.next()) {
                ServiceTotal total = new ServiceTotal(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getInt(4),
                        rows.getString(5),
                        rows.getLong(6),
                        rows.getLong(7),
                        (long) revision.id());
                entries.add(new Outbox.Entry<>(key(total), total));
            }
        }
        Outbox.append(connection, Topics.SERVICE_TOTALS, entries);
    }

    private static byte[] key(ServiceTotal total) {
        String key = String.join(
                "|", total.getAgency(), total.getService(), Integer.toString(total.getYear()), total.getPhase());
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
