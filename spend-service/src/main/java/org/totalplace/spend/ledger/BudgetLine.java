package org.totalplace.spend.ledger;

import org.jspecify.annotations.Nullable;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/**
 * One amount of a body for a whole year, as its file prints it.
 *
 * @param row where it stands in the file
 * @param part which of the row's amounts it is
 * @param agency whose money it is
 * @param service code of the service line
 * @param capital true for capital, false for revenue, null if the file does not say
 */
public record BudgetLine(
        long row,
        int part,
        AgencyCode agency,
        FinancialYear year,
        Phase phase,
        Pence amount,
        String service,
        @Nullable Boolean capital,
        @Nullable String purpose,
        @Nullable String category) {}
