package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.totalplace.spend.place.Agency;
import org.totalplace.spend.revision.Revision;

/**
 * When an agency is registered as an official body of which publications have brought lines already, those lines are
 * the agency's from then on; as of any moment before they stay the body's.
 */
final class TakingOverBody {

    private static final String TOUCHED = """
            select distinct t.delivery from ledger_total t join agency a on a.id = t.agency
            where a.code = ? and t.until is null
            """;

    /** Two service lines of one code cannot be one agency's: the body's then says which body it is of. */
    private static final String SERVICES = """
            update service_line s set agency = ours.id,
                   code = case when exists (select from service_line o where o.agency = ours.id and o.code = s.code)
                               then left(s.code, 180) || ' (' || body.code || ')' else s.code end
            from agency body, agency ours
            where body.code = ? and ours.code = ? and s.agency = body.id
            """;

    private static final String TOTALS = """
            insert into payee_total (year, phase, agency, delivery, service, month, capital, payee, pence, lines, since)
            select t.year, t.phase, ours.id, t.delivery, t.service, t.month, t.capital, t.payee, t.pence, t.lines, ?
            from payee_total t join agency body on body.id = t.agency, agency ours
            where body.code = ? and ours.code = ? and t.until is null
            """;

    private static final String END_TOTALS = """
            update payee_total t set until = ? from agency body
            where body.code = ? and t.agency = body.id and t.until is null
            """;

    private static final String COVERAGE = """
            insert into posted_coverage (delivery, agency, covers_from, covers_to, since)
            select c.delivery, ours.id, c.covers_from, c.covers_to, ?
            from posted_coverage c join agency body on body.id = c.agency, agency ours
            where body.code = ? and ours.code = ? and c.until is null
            on conflict do nothing
            """;

    private static final String END_COVERAGE = """
            update posted_coverage c set until = ? from agency body
            where body.code = ? and c.agency = body.id and c.until is null
            """;

    private static final String MEMBERS = """
            insert into place_member (place, agency, since)
            select m.place, ours.id, ? from place_member m join agency body on body.id = m.agency, agency ours
            where body.code = ? and ours.code = ? and m.until is null
              and not exists (select from place_member o where o.place = m.place and o.agency = ours.id and o.until is null)
            """;

    private static final String END_MEMBERS = """
            update place_member m set until = ? from agency body
            where body.code = ? and m.agency = body.id and m.until is null
            """;

    private TakingOverBody() {}

    /** @return numbers of the deliveries whose lines changed hands */
    static List<Integer> of(Connection connection, Revision revision, Agency agency) throws SQLException {
        String official = agency.officialCode();
        String ours = agency.code().value();
        String body = official == null ? ours : official.toLowerCase(Locale.ROOT);
        if (body.equals(ours)) {
            return List.of();
        }
        PayeeSums.settle(connection);
        List<Integer> touched = touched(connection, body);
        try (PreparedStatement services = connection.prepareStatement(SERVICES)) {
            services.setString(1, body);
            services.setString(2, ours);
            services.executeUpdate();
        }
        moved(connection, revision, TOTALS, END_TOTALS, body, ours);
        moved(connection, revision, COVERAGE, END_COVERAGE, body, ours);
        moved(connection, revision, MEMBERS, END_MEMBERS, body, ours);
        return touched;
    }

    private static List<Integer> touched(Connection connection, String body) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TOUCHED)) {
            select.setString(1, body);
            List<Integer> deliveries = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    deliveries.add(rows.getInt(1));
                }
            }
            return deliveries;
        }
    }

    private static void moved(
            Connection connection, Revision revision, String begin, String end, String body, String ours)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(begin)) {
            insert.setInt(1, revision.id());
            insert.setString(2, body);
            insert.setString(3, ours);
            insert.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement(end)) {
            update.setInt(1, revision.id());
            update.setString(2, body);
            update.executeUpdate();
        }
    }
}
