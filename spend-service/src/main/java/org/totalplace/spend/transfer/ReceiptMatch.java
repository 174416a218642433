package org.totalplace.spend.transfer;

import java.time.temporal.ChronoUnit;
import org.totalplace.value.Pence;

/** A payment in the payer's books and the receipt in the payee's that answers it. */
public record ReceiptMatch(TransferEntry payment, TransferEntry receipt) {

    /** Days between the two books, at most. */
    static final int DAYS = 45;

    /** The amounts may differ by a pound, or by one part in this many. */
    private static final long PART = 100;

    private static final long POUND = 100;

    /** Whether the two can be one payment at all. */
    static boolean canBe(TransferEntry payment, TransferEntry receipt) {
        ReceiptMatch match = new ReceiptMatch(payment, receipt);
        long allowed = Math.max(POUND, payment.amount().value() / PART);
        return match.days() <= DAYS && match.difference().value() <= allowed;
    }

    public long days() {
        return Math.abs(ChronoUnit.DAYS.between(payment.date(), receipt.date()));
    }

    /** Without its sign. */
    public Pence difference() {
        return new Pence(Math.abs(payment.amount().value() - receipt.amount().value()));
    }
}
