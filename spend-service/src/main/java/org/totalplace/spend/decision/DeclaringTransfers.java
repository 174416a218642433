package org.totalplace.spend.decision;

import io.r2dbc.spi.Readable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.spend.decision.DeclarationRequest.Declaration;
import org.totalplace.spend.ledger.FollowingPayees;
import org.totalplace.spend.ledger.FollowingPayees.Span;
import org.totalplace.spend.revision.Revision;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Declares a transfer or takes the declaration back, with the figures that follow, in one transaction. */
@Component
class DeclaringTransfers {

    private static final String IN_FORCE = """
            select t.id, p.code as payer, q.code as payee, t.kind, t.printed, t.purpose, t.service, t.from_year, t.to_year,
                   t.reason, t.declared_by
            from declared_transfer t join agency p on p.id = t.payer join agency q on q.id = t.payee
            where t.until is null order by t.id
            """;

    private static final String END = """
            update declared_transfer t set until = ? from agency p
            where t.id = ? and t.until is null and p.id = t.payer returning p.code, t.from_year, t.to_year
            """;

    private static final String BEGIN = """
            insert into declared_transfer (id, payer, payee, kind, printed, purpose, service, from_year, to_year, reason,
                                           declared_by, since)
            select ?, p.id, q.id, ?, ?, ?, ?, ?, ?, ?, ?, ? from agency p, agency q
            where p.code = ? and q.code = ?
              and (select count(*) from registration r where r.agency in (p.id, q.id) and r.until is null) = 2
            """;

    private final DatabaseClient client;
    private final BulkDatabase database;
    private final InstantSource clock;

    DeclaringTransfers(DatabaseClient client, BulkDatabase database, InstantSource clock) {
        this.client = client;
        this.database = database;
        this.clock = clock;
    }

    Flux<DeclaredTransfer> inForce() {
        return client.sql(IN_FORCE).map(DeclaringTransfers::declared).all();
    }

    Mono<Void> declare(Declaration declaration, String by) {
        return transacting(connection -> {
            Revision revision = begun(connection, declaration.id(), "declared by " + by + ": " + declaration.reason());
            List<Span> spans = new ArrayList<>(end(connection, revision, declaration.id()));
            begin(connection, revision, declaration, by);
            spans.add(new Span(
                    declaration.payer(),
                    declaration.from().start(),
                    declaration.to().start()));
            FollowingPayees.recomputeSpent(connection, revision, spans);
            revision.end(connection, clock.instant());
        });
    }

    Mono<Void> withdraw(String id, String by) {
        return transacting(connection -> {
            Revision revision = begun(connection, id, "withdrawn by " + by);
            List<Span> spans = end(connection, revision, id);
            if (spans.isEmpty()) {
                throw Problem.notFound("unknown-transfer", "No transfer '" + id + "' is declared.");
            }
            FollowingPayees.recomputeSpent(connection, revision, spans);
            revision.end(connection, clock.instant());
        });
    }

    /** A transaction's work without an answer. */
    @FunctionalInterface
    private interface Work {
        void in(Connection connection) throws SQLException;
    }

    private Mono<Void> transacting(Work work) {
        return Mono.<Void>fromCallable(() -> {
                    database.inTransaction(connection -> {
                        work.in(connection);
                        return Boolean.TRUE;
                    });
                    return null;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Revision begun(Connection connection, String id, String what) throws SQLException {
        return Revision.begin(connection, Revision.Kind.TRANSFER_DECLARATION, "Transfer '" + id + "' " + what);
    }

    /** Ends the declaration in force; what the payer spent in its years is all that it touched. */
    private static List<Span> end(Connection connection, Revision revision, String id) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(END)) {
            end.setInt(1, revision.id());
            end.setString(2, id);
            try (ResultSet row = end.executeQuery()) {
                return row.next()
                        ? List.of(new Span(new AgencyCode(row.getString(1)), row.getInt(2), row.getInt(3)))
                        : List.of();
            }
        }
    }

    private static void begin(Connection connection, Revision revision, Declaration declaration, String by)
            throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setString(1, declaration.id());
            begin.setString(2, declaration.kind().code());
            begin.setString(3, declaration.printed());
            begin.setString(4, declaration.purpose());
            begin.setString(5, declaration.service());
            begin.setInt(6, declaration.from().start());
            begin.setInt(7, declaration.to().start());
            begin.setString(8, declaration.reason());
            begin.setString(9, by);
            begin.setInt(10, revision.id());
            begin.setString(11, declaration.payer().value());
            begin.setString(12, declaration.payee().value());
            if (begin.executeUpdate() != 1) {
                throw Problem.badInput(
                        "payer",
                        "unknown-agency",
                        "'" + declaration.payer() + "' and '" + declaration.payee()
                                + "' must both be registered with the place.");
            }
        }
    }

    private static DeclaredTransfer declared(Readable row) {
        return new DeclaredTransfer(
                text(row, "id"),
                text(row, "payer"),
                text(row, "payee"),
                text(row, "kind"),
                row.get("printed", String.class),
                row.get("purpose", String.class),
                row.get("service", String.class),
                new FinancialYear(Objects.requireNonNull(row.get("from_year", Integer.class))).label(),
                new FinancialYear(Objects.requireNonNull(row.get("to_year", Integer.class))).label(),
                text(row, "reason"),
                text(row, "declared_by"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
