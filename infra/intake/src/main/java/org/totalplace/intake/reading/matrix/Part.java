package org.totalplace.intake.reading.matrix;

import org.jspecify.annotations.Nullable;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/**
 * One of the amounts of a row.
 *
 * @param number its place among the row's amounts, from 0
 * @param label the service or category that its column is of; null where the column does not say
 * @param phase code of the phase; null where nothing tells
 */
public record Part(
        int number,
        @Nullable String label,
        FinancialYear year,
        @Nullable String phase,
        Pence amount) {}
