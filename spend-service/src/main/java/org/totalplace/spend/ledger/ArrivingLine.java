package org.totalplace.spend.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.Pence;

/**
 * One payment as its file prints it.
 *
 * @param row where it stands in the file
 * @param payee the printed name; null if there is none
 * @param service code of the service line
 * @param capital true for capital, false for revenue, null if the file does not say
 * @param card whether it was paid by a purchase card
 * @param reference of the payer's transaction
 * @param payeeCode what the payer's books call the payee
 */
public record ArrivingLine(
        long row,
        LocalDate paidOn,
        Pence amount,
        @Nullable String payee,
        String service,
        @Nullable Boolean capital,
        boolean card,
        @Nullable String purpose,
        @Nullable String category,
        @Nullable String reference,
        @Nullable String payeeCode) {}
