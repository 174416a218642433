package org.totalplace.spend.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.totalplace.intake.delivery.Delivery;
import org.totalplace.intake.delivery.PayeesSaid;
import org.totalplace.intake.delivery.Posting;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.ProblemType;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.spend.ledger.Phase;
import org.totalplace.spend.ledger.PostingLines;
import org.totalplace.spend.payee.PayeeCodes;

/** One payments file on its way into the ledger, within one transaction from its first row to the commit. */
final class PaymentsPosting implements Posting {

    /** More than these are one mistake in the whole file. */
    private static final int MOST_CODES = 50;

    private static final int MOST_NAMED = 20;

    private final Connection connection;
    private final Delivery delivery;
    private final InstantSource clock;
    private final boolean registered;
    private final PostingLines lines;

    private PaymentsPosting(
            Connection connection, Delivery delivery, InstantSource clock, boolean registered, PostingLines lines) {
        this.connection = connection;
        this.delivery = delivery;
        this.clock = clock;
        this.registered = registered;
        this.lines = lines;
    }

    /** @param connection to be closed with the posting */
    static PaymentsPosting open(Connection connection, Delivery delivery, InstantSource clock) throws SQLException {
        try {
            boolean registered = Registrations.has(connection, delivery.feed().agency());
            return new PaymentsPosting(connection, delivery, clock, registered, new PostingLines(connection, delivery));
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    @Override
    public Optional<Problem> post(RowOutcome.Accepted row) throws Exception {
        if (!registered) {
            return Optional.of(Registrations.lacking(delivery.feed().agency(), row.row(), null));
        }
        Optional<Problem> objection = PaymentRow.objection(row);
        if (objection.isEmpty()) {
            lines.add(PaymentRow.line(row));
        }
        return objection;
    }

    @Override
    public PayeesSaid payees() throws Exception {
        lines.arrived();
        return lines.payees();
    }

    @Override
    public List<Problem> noticed() throws Exception {
        lines.arrived();
        List<Problem> noticed = new ArrayList<>();
        PayeeCodes.problems(connection, delivery.feed().agency()).stream()
                .limit(MOST_CODES)
                .forEach(problem -> noticed.add(Problem.ofFile(ProblemType.DEVIATED_VALUE, problem)));
        List<String> unmapped = lines.unmappedServices();
        if (!unmapped.isEmpty()) {
            noticed.add(Problem.ofFile(ProblemType.UNKNOWN_SERVICE, unknown(unmapped)));
        }
        return noticed;
    }

    private static String unknown(List<String> services) {
        String named = services.stream().limit(MOST_NAMED).collect(Collectors.joining("', '", "'", "'"));
        String more = services.size() > MOST_NAMED ? " and " + (services.size() - MOST_NAMED) + " more" : "";
        return "No rule tells which function these new service lines serve: " + named + more
                + ". They count, as unmapped, until a steward says it.";
    }

    @Override
    public void publish(Closing closing) throws Exception {
        lines.arrived();
        List<UUID> superseded = closing.record(connection);
        lines.post(Phase.PAYMENT, superseded, clock);
        connection.commit();
    }

    @Override
    public void close() throws Exception {
        try (connection) {
            lines.giveUp();
            connection.rollback();
        }
    }
}
