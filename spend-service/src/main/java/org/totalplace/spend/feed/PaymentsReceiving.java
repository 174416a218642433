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
import org.totalplace.value.AgencyCode;

/** Takes payments into the ledger. */
@Component
class PaymentsReceiving implements Receiving {

    private final BulkDatabase database;
    private final InstantSource clock;

    PaymentsReceiving(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public RecordLayout layout() {
        return Layouts.PAYMENTS;
    }

    @Override
    public boolean restates() {
        return true;
    }

    @Override
    public Posting begin(Delivery delivery) throws Exception {
        return PaymentsPosting.open(database.open(), delivery, clock);
    }

    @Override
    public Sight look(Delivery file) throws Exception {
        AgencyCode agency = file.feed().agency();
        boolean registered = database.inTransaction(connection -> Registrations.has(connection, agency));
        return new PaymentsSight(agency, registered);
    }

    @Override
    public void withdraw(Connection connection, Delivery delivery) throws Exception {
        PostingLines.withdraw(connection, delivery, clock);
    }
}
