package org.totalplace.spend.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.totalplace.intake.delivery.Delivery;
import org.totalplace.intake.delivery.Posting;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.spend.ledger.BudgetLine;
import org.totalplace.spend.ledger.PostingBudgets;

/** One file of budgets or outturns on its way into the ledger, within one transaction. */
final class BudgetsPosting implements Posting {

    private final Connection connection;
    private final Delivery delivery;
    private final InstantSource clock;
    private final BudgetsSight sight;
    private final PostingBudgets lines;

    private BudgetsPosting(
            Connection connection, Delivery delivery, InstantSource clock, BudgetsSight sight, PostingBudgets lines) {
        this.connection = connection;
        this.delivery = delivery;
        this.clock = clock;
        this.sight = sight;
        this.lines = lines;
    }

    /** @param connection to be closed with the posting */
    static BudgetsPosting open(Connection connection, Delivery delivery, InstantSource clock) throws SQLException {
        try {
            BudgetsSight sight = BudgetsSight.of(connection, delivery);
            return new BudgetsPosting(connection, delivery, clock, sight, new PostingBudgets(connection));
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    @Override
    public Optional<Problem> leavesOut(RowOutcome.Accepted row) {
        return sight.leavesOut(row);
    }

    @Override
    public Optional<Problem> post(RowOutcome.Accepted row) throws Exception {
        Optional<Problem> objection = sight.objection(row);
        if (objection.isEmpty()) {
            for (BudgetLine line : BudgetRow.lines(row, sight.body(row).orElseThrow())) {
                lines.add(line);
            }
        }
        return objection;
    }

    @Override
    public void publish(Closing closing) throws Exception {
        lines.arrived();
        closing.record(connection);
        lines.post(delivery, clock);
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
