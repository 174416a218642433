package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.totalplace.spend.announce.Announcing;
import org.totalplace.spend.payee.KnownBodies;
import org.totalplace.spend.payee.PayeeNames;
import org.totalplace.spend.payee.ResolvingAnew;
import org.totalplace.spend.place.Agency;
import org.totalplace.spend.place.OnRegistration;
import org.totalplace.spend.revision.Revision;
import org.totalplace.starter.problem.Problem;

/**
 * When an agency's names change, the payees that they mean change with them, and the sums of the lines that paid them.
 */
@Component
class FollowingNames implements OnRegistration {

    private static final String TOUCHED = """
            select distinct t.delivery from payee_total t where t.payee = any (?) and t.until is null
            """;

    private static final String FORMER = """
            select r.name, r.aliases from registration r join agency a on a.id = r.agency
            where a.code = ? and r.until = ?
            """;

    @Override
    public void registered(Connection connection, Revision revision, Agency agency) throws SQLException {
        KnownBodies bodies = PayeeNames.known(connection);
        List<String> contested = bodies.contested(agency.code());
        if (!contested.isEmpty()) {
            throw Problem.conflict(
                    "name-of-another-agency",
                    "Two agencies cannot go by one name: " + String.join("; ", contested)
                            + ". Take the name from one of them.");
        }
        Set<String> names = new HashSet<>(KnownBodies.claimedBy(agency));
        names.addAll(formerNames(connection, revision, agency));
        List<Integer> payees =
                ResolvingAnew.of(connection, revision, bodies, names, agency.code(), agency.officialCode());
        List<Integer> takenOver = TakingOverBody.of(connection, revision, agency);
        Set<Integer> touched = new TreeSet<>(deliveriesThatPaid(connection, payees));
        touched.addAll(takenOver);
        LedgerTotals.recompute(connection, revision, List.copyOf(touched));
        Announcing.ofDeliveries(connection, revision, takenOver);
    }

    /** The names that the agency has laid down in this revision: another may be the only one to claim them now. */
    private static Set<String> formerNames(Connection connection, Revision revision, Agency agency)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FORMER)) {
            select.setString(1, agency.code().value());
            select.setInt(2, revision.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? KnownBodies.claimedBy(new Agency(
                                agency.code(),
                                row.getString("name"),
                                agency.kind(),
                                List.of((String[]) row.getArray("aliases").getArray()),
                                null))
                        : Set.of();
            }
        }
    }

    private static List<Integer> deliveriesThatPaid(Connection connection, List<Integer> payees) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TOUCHED)) {
            select.setArray(1, connection.createArrayOf("integer", payees.toArray()));
            List<Integer> deliveries = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    deliveries.add(rows.getInt(1));
                }
            }
            return deliveries;
        }
    }
}
