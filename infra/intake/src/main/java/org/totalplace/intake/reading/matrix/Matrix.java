package org.totalplace.intake.reading.matrix;

import java.util.ArrayList;
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
 * @param underHeadings whether headings between the rows name the services, and the rows what was spent on
 */
public record Matrix(
        List<AmountColumn> columns,
        List<Check> checks,
        MoneyUnit unit,
        @Nullable FinancialYear year,
        @Nullable String phase,
        List<String> notes,
        List<String> doubts,
        boolean underHeadings) {

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

    /** The same columns in a table whose services are named by headings. */
    public Matrix withHeadings(String note) {
        List<String> all = new ArrayList<>(notes);
        all.add(note);
        return new Matrix(columns, checks, unit, year, phase, all, doubts, true);
    }
}
