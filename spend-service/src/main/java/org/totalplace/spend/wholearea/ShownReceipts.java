package org.totalplace.spend.wholearea;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.totalplace.spend.transfer.BothBooks;
import org.totalplace.spend.transfer.ReceiptMatch;
import org.totalplace.spend.transfer.TransferEntry;
import org.totalplace.value.Pence;

/**
 * What the payee's own books show of a transfer. It is evidence only: the payment is eliminated once, whether matched
 * or not.
 *
 * @param matched pounds of payments that a receipt answers
 * @param unmatched pounds that none answers
 * @param unanswered payments without a receipt
 * @param unclaimed receipts without a payment
 */
@Schema(name = "TransferReceipts")
record ShownReceipts(
        BigDecimal matched,
        BigDecimal unmatched,
        List<Matched> matches,
        List<LineShown> unanswered,
        List<LineShown> unclaimed) {

    /**
     * A payment with its receipt.
     *
     * @param days between the two
     * @param difference of the amounts, in pounds
     */
    @Schema(name = "MatchedReceipt")
    record Matched(LineShown payment, LineShown receipt, long days, BigDecimal difference) {}

    /** A ledger line of one side. */
    @Schema(name = "TransferLine")
    record LineShown(UUID delivery, long row, LocalDate date, BigDecimal amount) {

        static LineShown of(TransferEntry entry) {
            return new LineShown(
                    entry.delivery(), entry.row(), entry.date(), entry.amount().pounds());
        }
    }

    static ShownReceipts of(BothBooks books) {
        return new ShownReceipts(
                sum(books.matches().stream().map(ReceiptMatch::payment).toList()),
                sum(books.unanswered()),
                books.matches().stream()
                        .map(match -> new Matched(
                                LineShown.of(match.payment()),
                                LineShown.of(match.receipt()),
                                match.days(),
                                match.difference().pounds()))
                        .toList(),
                books.unanswered().stream().map(LineShown::of).toList(),
                books.unclaimed().stream().map(LineShown::of).toList());
    }

    private static BigDecimal sum(List<TransferEntry> entries) {
        return entries.stream()
                .map(TransferEntry::amount)
                .reduce(Pence.ZERO, Pence::plus)
                .pounds();
    }
}
