package org.totalplace.spend.announce;

import java.nio.charset.StandardCharsets;
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

    private static final String TOTALS = """
            select a.code, s.code, min(f.name), k.year, k.phase,
                   coalesce(sum(t.pence), 0)::bigint as pence, coalesce(sum(t.lines), 0)::bigint as lines
            from (select distinct agency, service, year, phase from ledger_total where %s) k
            join agency a on a.id = k.agency
            join service_line s on s.id = k.service
            join service_function f on f.service = s.id and f.until is null
            left join ledger_total t on t.year = k.year and t.phase = k.phase and t.agency = k.agency
                                    and t.service = k.service and t.until is null
            group by 1, 2, 4, 5
            order by 1, 2, 4, 5
            """;

    private Announcing() {}

    /** All service lines in which these deliveries have, or had, lines. */
    public static void ofDeliveries(Connection connection, Revision revision, List<Integer> deliveries)
            throws SQLException {
        if (!deliveries.isEmpty()) {
            try (PreparedStatement totals = connection.prepareStatement(TOTALS.formatted("delivery = any (?)"))) {
                totals.setArray(1, connection.createArrayOf("integer", deliveries.toArray()));
                append(connection, revision, totals);
            }
        }
    }

    /** One service line, in all its years. */
    public static void ofServiceLine(Connection connection, Revision revision, int service) throws SQLException {
        try (PreparedStatement totals = connection.prepareStatement(TOTALS.formatted("service = ?"))) {
            totals.setInt(1, service);
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
