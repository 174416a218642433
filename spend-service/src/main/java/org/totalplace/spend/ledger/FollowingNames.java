package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    private static final String TRANSFERS = """
            select distinct t.delivery from transfer_line t join agency a on a.id in (t.payer, t.payee)
            where a.code = ? and t.until is null
            """;

    private static final String FORMER = """
            select r.name, r.kind, r.aliases from registration r join agency a on a.id = r.agency
            where a.code = ? and r.until = ?
            """;

    @Override
    public void registered(Connection connection, Revision revision, Agency agency) throws SQLException {
        KnownBodies bodies = PayeeNames.known(connection);
        List<String> contested = bodies.contested(agency);
        if (!contested.isEmpty()) {
            throw Problem.conflict(
                    "name-of-another-agency",
                    "Two agencies cannot go by one name: " + String.join("; ", contested)
                            + ". Take the name from one of them.");
        }
        Optional<Agency> former = former(connection, revision, agency);
        // Of a name that the agency has laid down another may be the only one to claim it now.
        Set<String> names = new HashSet<>(KnownBodies.claimedBy(agency));
        former.ifPresent(before -> names.addAll(KnownBodies.claimedBy(before)));
        List<Integer> payees =
                ResolvingAnew.of(connection, revision, bodies, names, agency.code(), agency.officialCode());
        Set<Integer> touched = new TreeSet<>(FollowingPayees.deliveriesThatPaid(connection, payees));
        // Rules tell the kinds of transfers by the kinds of agencies.
        if (former.filter(before -> !before.kind().equals(agency.kind())).isPresent()) {
            touched.addAll(deliveriesWithTransfers(connection, agency));
        }
        List<Integer> takenOver = TakingOverBody.of(connection, revision, agency);
        touched.addAll(takenOver);
        LedgerTotals.recompute(connection, revision, List.copyOf(touched));
        Announcing.ofDeliveries(connection, revision, takenOver);
    }

    /** The agency as it was registered until this revision. */
    private static Optional<Agency> former(Connection connection, Revision revision, Agency agency)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FORMER)) {
            select.setString(1, agency.code().value());
            select.setInt(2, revision.id());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new Agency(
                        agency.code(),
                        row.getString("name"),
                        row.getString("kind"),
                        List.of((String[]) row.getArray("aliases").getArray()),
                        null));
            }
        }
    }

    private static List<Integer> deliveriesWithTransfers(Connection connection, Agency agency) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TRANSFERS)) {
            select.setString(1, agency.code().value());
            return FollowingPayees.numbers(select);
        }
    }
}
