package org.totalplace.starter.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table of counts of persons as it may be published. A count of 7 or fewer is confidential, and where it would be
 * the only one of its row or column that is hidden, the smallest other count there is hidden too (complementary
 * suppression), since otherwise a total known from elsewhere would tell it. All others are rounded, and totals are sums
 * of what is shown.
 */
public final class PublishedTable {

    private static final PublishedCount HIDDEN = new PublishedCount(null, "c");

    private final long[][] counts;
    private final boolean[][] hidden;

    private PublishedTable(long[][] counts) {
        this.counts = counts;
        this.hidden = new boolean[counts.length][];
        for (int row = 0; row < counts.length; row++) {
            hidden[row] = new boolean[counts[row].length];
            for (int column = 0; column < counts[row].length; column++) {
                hidden[row][column] = PublishedCount.of(counts[row][column]).value() == null;
            }
        }
    }

    /**
     * @param counts row by row, all of the same length, none negative
     * @throws IllegalArgumentException if a count is negative or the rows differ in length
     */
    public static PublishedTable of(long[][] counts) {
        if (Arrays.stream(counts).mapToInt(row -> row.length).distinct().count() > 1) {
            throw new IllegalArgumentException("The rows of a table are of one length");
        }
        PublishedTable table = new PublishedTable(counts);
        boolean changed = true;
        while (changed) {
            changed = table.complementRows() | table.complementColumns();
        }
        return table;
    }

    /** The cell as it is shown. */
    public PublishedCount cell(int row, int column) {
        return hidden[row][column] ? HIDDEN : PublishedCount.of(counts[row][column]);
    }

    /** Sum of what the row shows; confidential when all of it that is not zero is hidden. */
    public PublishedCount rowTotal(int row) {
        return total(IntStream.range(0, counts[row].length)
                .mapToObj(column -> cell(row, column))
                .toList());
    }

    /** Sum of what the column shows; confidential when all of it that is not zero is hidden. */
    public PublishedCount columnTotal(int column) {
        return total(IntStream.range(0, counts.length)
                .mapToObj(row -> cell(row, column))
                .toList());
    }

    private static PublishedCount total(List<PublishedCount> cells) {
        long sum = cells.stream().mapToLong(cell -> shown(cell.value())).sum();
        boolean anyHidden = cells.stream().anyMatch(cell -> cell.value() == null);
        return sum == 0 && anyHidden ? HIDDEN : new PublishedCount(sum, null);
    }

    private static long shown(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private boolean complementRows() {
        boolean changed = false;
        for (int row = 0; row < counts.length; row++) {
            int fixed = row;
            changed |= complement(IntStream.range(0, counts[row].length)
                    .mapToObj(column -> new int[] {fixed, column})
                    .toList());
        }
        return changed;
    }

    private boolean complementColumns() {
        boolean changed = false;
        int columns = counts.length == 0 ? 0 : counts[0].length;
        for (int column = 0; column < columns && counts.length > 1; column++) {
            int fixed = column;
            changed |= complement(IntStream.range(0, counts.length)
                    .mapToObj(row -> new int[] {row, fixed})
                    .toList());
        }
        return changed;
    }

    /** Hides the smallest shown count of the line if exactly one is hidden; zero points at nobody and hides nobody. */
    private boolean complement(List<int[]> line) {
        if (line.stream().filter(place -> hidden[place[0]][place[1]]).count() != 1) {
            return false;
        }
        return line.stream()
                .filter(place -> !hidden[place[0]][place[1]] && counts[place[0]][place[1]] > 0)
                .min((one, other) -> Long.compare(counts[one[0]][one[1]], counts[other[0]][other[1]]))
                .map(place -> hidden[place[0]][place[1]] = true)
                .orElse(false);
    }
}
