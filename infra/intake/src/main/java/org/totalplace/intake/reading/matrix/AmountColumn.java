package org.totalplace.intake.reading.matrix;

import org.jspecify.annotations.Nullable;
import org.totalplace.value.FinancialYear;

/**
 * A column of amounts and what its header says of them; null is what the header does not say.
 *
 * @param column place in the file, from 0
 * @param header as printed, on one line
 * @param label the service that the amounts are of, or their category where each row has a service
 * @param phase code of the phase
 */
public record AmountColumn(
        int column,
        String header,
        @Nullable String label,
        @Nullable FinancialYear year,
        @Nullable String phase) {}
