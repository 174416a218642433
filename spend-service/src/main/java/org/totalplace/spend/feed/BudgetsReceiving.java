package org.totalplace.spend.feed;

import java.sql.Connection;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.totalplace.intake.delivery.Delivery;
import org.totalplace.intake.delivery.Posting;
import org.totalplace.intake.delivery.Receiving;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.spend.ledger.PostingLines;
import org.totalplace.starter.bulk.BulkDatabase;

/** Takes budgets, revised budgets and outturns into the ledger. */
@Component
class BudgetsReceiving implements Receiving {

    private final BulkDatabase database;
    private final InstantSource clock;

    BudgetsReceiving(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public RecordLayout layout() {
        return Layouts.BUDGETS;
    }

    /** The ledger restates them itself, by phase and year: an outturn does not replace the budget of its year. */
    @Override
    public boolean restates() {
        return false;
    }

    @Override
    public Posting begin(Delivery delivery) throws Exception {
        return BudgetsPosting.open(database.open(), delivery, clock);
    }

    @Override
    public Sight look(Delivery file) throws Exception {
        return database.inTransaction(connection -> BudgetsSight.of(connection, file));
    }

    @Override
    public void withdraw(Connection connection, Delivery delivery) throws Exception {
        PostingLines.withdraw(connection, delivery, clock);
    }
}
