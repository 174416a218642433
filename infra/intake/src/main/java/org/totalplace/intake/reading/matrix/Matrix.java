package org.totalplace.intake.reading.matrix;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.FinancialYear;

/**
 * The columns of a table that hold amounts, and how to read them.
 *
 * @param columns those that count
 * @param checks columns that add up some of them
 * @param unit of the printed figures
 * @param year where neither row nor column says it; null if nothing does
 * @param phase where neither row nor column says it; null if nothing does
 * @param notes sentences on how the columns were read
 * @param doubts sentences on what a person should confirm
 */
public record Matrix(
        List<AmountColumn> columns,
        List<Check> checks,
        MoneyUnit unit,
        @Nullable FinancialYear year,
        @Nullable String phase,
        List<String> notes,
        List<String> doubts) {

    /**
     * A column that adds up others.
     *
     * @param parts columns of the file
     */
    public record Check(int column, String header, List<Integer> parts) {

        public Check {
            parts = List.copyOf(parts);
        }
    }

    public Matrix {
        columns = List.copyOf(columns);
        checks = List.copyOf(checks);
        notes = List.copyOf(notes);
        doubts = List.copyOf(doubts);
    }
}
