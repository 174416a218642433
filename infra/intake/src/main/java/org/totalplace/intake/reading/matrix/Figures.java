package org.totalplace.intake.reading.matrix;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.source.SourceRecord;

/**
 * The figures in the first rows of a table, by column. They are held in 100,000ths of the printed unit, so that three
 * decimals more than pence fit.
 */
final class Figures {

    /** What the printed figure 1 is held as. */
    private static final long ONE = 100_000;

    private static final long MISSING = Long.MIN_VALUE;
    private static final double LEAST_SHARE = 0.6;
    /** Half of a council's figures in pounds are larger. */
    private static final long USUAL_OF_THOUSANDS = 20_000 * ONE;

    private final List<SourceRecord> records;
    private final Map<Integer, long[]> columns = new HashMap<>();

    Figures(List<SourceRecord> records) {
        this.records = records;
    }

    private long[] of(int column) {
        return columns.computeIfAbsent(
                column,
                place -> records.stream()
                        .mapToLong(record -> figure(Cells.strip(record.cell(place))))
                        .toArray());
    }

    private static long figure(String cell) {
        if (MissingCells.isNil(cell)) {
            return 0;
        }
        long figure = MissingCells.isMissing(cell) ? MISSING : MoneyUnit.THOUSANDS.pence(cell);
        return Amounts.isAmount(figure) ? figure : MISSING;
    }

    /** Whether the cells of a column that are not missing are amounts. */
    boolean areAmounts(int column) {
        long said = records.stream()
                .filter(record -> !MissingCells.isMissing(Cells.strip(record.cell(column))))
                .count();
        long amounts =
                Arrays.stream(of(column)).filter(figure -> figure != MISSING).count();
        return amounts > 0 && amounts >= LEAST_SHARE * said;
    }

    /** Whether most cells of a column are words. */
    boolean areWords(int column) {
        long filled = records.stream()
                .filter(record -> !Cells.isEmpty(record.cell(column)))
                .count();
        long words = records.stream()
                .map(record -> Cells.strip(record.cell(column)))
                .filter(cell -> !MissingCells.hasDigit(cell) && !Cells.isMissing(cell))
                .count();
        return filled > 0 && 2 * words > filled;
    }

    /** Whether all figures are whole, and half of them too small for a public body's pounds. */
    boolean lookLikeThousands(List<AmountColumn> among) {
        long[] figures = among.stream()
                .flatMapToLong(column -> Arrays.stream(of(column.column())))
                .filter(figure -> figure != MISSING && figure != 0)
                .map(Math::abs)
                .sorted()
                .toArray();
        return figures.length > 0
                && Arrays.stream(figures).allMatch(figure -> figure % ONE == 0)
                && figures[figures.length / 2] < USUAL_OF_THOUSANDS;
    }

    /**
     * Whether a column is the sum of others, to the rounding of whole figures, in at least a share of the rows that
     * tell.
     */
    boolean isSum(int column, List<Integer> parts, double share) {
        int rows = 0;
        int equal = 0;
        for (int row = 0; row < records.size(); row++) {
            long total = of(column)[row];
            long sum = sum(row, parts);
            if (total != MISSING && sum != MISSING && (total != 0 || sum != 0)) {
                rows++;
                equal += Math.abs(total - sum) <= rounding(total, sum, parts.size()) ? 1 : 0;
            }
        }
        return rows > 0 && equal >= share * rows;
    }

    private static long rounding(long total, long sum, int parts) {
        boolean whole = total % ONE == 0 && sum % ONE == 0;
        // Small figures would equal anything to within the rounding of many parts.
        return whole ? Math.min(ONE * (parts + 1) / 2, Math.abs(total) / 20) : 0;
    }

    private long sum(int row, List<Integer> parts) {
        long sum = 0;
        boolean found = false;
        for (int part : parts) {
            long figure = of(part)[row];
            sum += figure == MISSING ? 0 : figure;
            found |= figure != MISSING;
        }
        return found ? sum : MISSING;
    }

    /** How many rows have a figure other than nought in two or more of the columns. */
    long rowsWithSeveral(List<Integer> among) {
        long rows = 0;
        for (int row = 0; row < records.size(); row++) {
            int at = row;
            long filled = among.stream()
                    .mapToLong(column -> of(column)[at])
                    .filter(figure -> figure != MISSING && figure != 0)
                    .count();
            rows += filled > 1 ? 1 : 0;
        }
        return rows;
    }
}
