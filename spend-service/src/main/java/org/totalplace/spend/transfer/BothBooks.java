package org.totalplace.spend.transfer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the payer's and the payee's books say of the same transfer.
 *
 * @param matches payments with their receipts
 * @param unanswered payments without a receipt
 * @param unclaimed receipts without a payment
 */
public record BothBooks(List<ReceiptMatch> matches, List<TransferEntry> unanswered, List<TransferEntry> unclaimed) {

    public BothBooks {
        matches = List.copyOf(matches);
        unanswered = List.copyOf(unanswered);
        unclaimed = List.copyOf(unclaimed);
    }

    static BothBooks of(List<TransferEntry> payments, List<TransferEntry> receipts) {
        List<ReceiptMatch> matches = MatchingReceipts.of(payments, receipts);
        Set<TransferEntry> matched = new HashSet<>();
        matches.forEach(match -> {
            matched.add(match.payment());
            matched.add(match.receipt());
        });
        return new BothBooks(
                matches,
                payments.stream().filter(payment -> !matched.contains(payment)).toList(),
                receipts.stream().filter(receipt -> !matched.contains(receipt)).toList());
    }

    /** What is of one year: matches by the day of the payment. */
    public BothBooks ofYear(int year) {
        return new BothBooks(
                matches.stream().filter(match -> match.payment().year() == year).toList(),
                unanswered.stream().filter(payment -> payment.year() == year).toList(),
                unclaimed.stream().filter(receipt -> receipt.year() == year).toList());
    }
}
