package org.totalplace.spend.feed;

import java.sql.Connection;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.totalplace.intake.delivery.Delivery;
import org.totalplace.intake.delivery.Posting;
import org.totalplace.intake.delivery.Receiving;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.spend.ledger.PostingLines;
import org.totalplace.spend.payee.Redaction;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.AgencyCode;

/** Takes payments into the ledger. */
@Component
class PaymentsReceiving implements Receiving {

    private static final int PAYEE = Layouts.PAYMENTS.indexOf("payee");

    private static final int NAMES_KEPT = 100_000;

    /** The same payees come again and again, and telling a redaction takes a moment. */
    private final Map<String, Naming> namings = new ConcurrentHashMap<>();

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
    public Naming naming(RowOutcome.Accepted row) {
        String payee = row.values().text(PAYEE);
        if (payee == null) {
            return Naming.BLANK;
        }
        Naming known = namings.get(payee);
        if (known != null) {
            return known;
        }
        if (namings.size() > NAMES_KEPT) {
            namings.clear();
        }
        Naming naming = Redaction.isOne(payee) ? Naming.REDACTED : Naming.NAMED;
        namings.put(payee, naming);
        return naming;
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
        return new Sight() {
            @Override
            public Optional<Problem> objection(RowOutcome.Accepted row) {
                return registered
                        ? PaymentRow.objection(row)
                        : Optional.of(Registrations.lacking(agency, row.row(), null));
            }
        };
    }

    @Override
    public void withdraw(Connection connection, Delivery delivery) throws Exception {
        PostingLines.withdraw(connection, delivery, clock);
    }
}
