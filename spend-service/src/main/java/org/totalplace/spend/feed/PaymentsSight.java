package org.totalplace.spend.feed;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.delivery.PayeesCount;
import org.totalplace.intake.delivery.PayeesSaid;
import org.totalplace.intake.delivery.Receiving;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.spend.payee.Redaction;
import org.totalplace.value.AgencyCode;

/** What would become of the rows of one payments file that is only looked at. */
final class PaymentsSight implements Receiving.Sight {

    private final AgencyCode agency;
    private final boolean registered;
    private final PayeesCount payees = new PayeesCount();

    /** @param registered whether the ledger knows the agency */
    PaymentsSight(AgencyCode agency, boolean registered) {
        this.agency = agency;
        this.registered = registered;
    }

    @Override
    public Optional<Problem> objection(RowOutcome.Accepted row) {
        Optional<Problem> objection =
                registered ? PaymentRow.objection(row) : Optional.of(Registrations.lacking(agency, row.row(), null));
        if (objection.isEmpty()) {
            count(PaymentRow.payee(row));
        }
        return objection;
    }

    private void count(@Nullable String payee) {
        if (payee == null) {
            payees.addBlank();
        } else {
            payees.addPrinted(Redaction.isOne(payee));
        }
    }

    @Override
    public PayeesSaid payees() {
        return payees.said();
    }
}
