package org.totalplace.spend.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.totalplace.spend.ledger.FollowingPayees;
import org.totalplace.spend.payee.PayeeNames;
import org.totalplace.spend.payee.ResolvingAnew;
import org.totalplace.spend.revision.Revision;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.AgencyCode;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Carries out a steward's decision about a name, with the figures that follow, in one transaction. */
@Component
class Deciding {

    private static final String KNOWN = "select exists (select from payee_name where normalised = ? and not redacted)";

    private static final String REGISTERED = """
            select exists (select from registration r join agency a on a.id = r.agency where a.code = ? and r.until is null)
            """;

    private static final String END = "update payee_decision set until = ? where normalised = ? and until is null";

    private static final String BEGIN = """
            insert into payee_decision (normalised, agency, body, reason, decided_by, since)
            values (?, (select id from agency where code = ?), ?, ?, ?, ?)
            """;

    private final BulkDatabase database;
    private final InstantSource clock;

    Deciding(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param by who decides */
    Mono<Void> decide(DecisionRequest.Decision decision, String by) {
        return Mono.<Void>fromCallable(() -> {
                    database.inTransaction(connection -> {
                        decideIn(connection, decision, by);
                        return Boolean.TRUE;
                    });
                    return null;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private void decideIn(Connection connection, DecisionRequest.Decision decision, String by) throws SQLException {
        check(connection, decision);
        Revision revision = Revision.begin(
                connection,
                Revision.Kind.PAYEE_DECISION,
                "Payee '" + decision.normalised() + "' decided by " + by + ": " + decision.reason());
        try (PreparedStatement end = connection.prepareStatement(END)) {
            end.setInt(1, revision.id());
            end.setString(2, decision.normalised());
            end.executeUpdate();
        }
        if (!decision.withdrawn()) {
            begin(connection, revision, decision, by);
        }
        List<Integer> payees = ResolvingAnew.of(
                connection, revision, PayeeNames.known(connection), List.of(decision.normalised()), null, null);
        FollowingPayees.recompute(connection, revision, payees);
        revision.end(connection, clock.instant());
    }

    private static void check(Connection connection, DecisionRequest.Decision decision) throws SQLException {
        if (!exists(connection, KNOWN, decision.normalised())) {
            throw Problem.notFound("unknown-payee", "No line in the ledger names '" + decision.normalised() + "'.");
        }
        AgencyCode agency = decision.agency();
        if (agency != null && !exists(connection, REGISTERED, agency.value())) {
            throw Problem.badInput("agency", "unknown-agency", "'" + agency + "' is not registered with the place.");
        }
    }

    private static boolean exists(Connection connection, String sql, String parameter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, parameter);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void begin(Connection connection, Revision revision, DecisionRequest.Decision decision, String by)
            throws SQLException {
        AgencyCode agency = decision.agency();
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setString(1, decision.normalised());
            begin.setString(2, agency == null ? null : agency.value());
            begin.setString(3, decision.body());
            begin.setString(4, decision.reason());
            begin.setString(5, by);
            begin.setInt(6, revision.id());
            begin.executeUpdate();
        }
    }
}
