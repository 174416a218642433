package org.totalplace.starter.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of counts of persons as it may be published. A count of 7 or fewer is confidential, and where it would be
 * the only one of its row or column that is hidden, the smallest other count there is hidden too (complementary
 * suppression), since otherwise a total known from elsewhere would tell it. All others are rounded, and totals are sums
 * of what is shown.
 */
public final class PublishedTable {

    private static final PublishedCount HIDDEN = new PublishedCount(null, "c");

    /** Stands for the parent of a row that is part of no other. */
    public static final int TOP = -1;

    private final long[][] counts;
    private final int[] parents;

    /** The rows that are looked at together: those at the top, and every other row's parts with it. */
    private final List<List<Integer>> together;

    private final boolean[][] hidden;

    private PublishedTable(long[][] counts, int[] parents, Set<Integer> hiddenRows) {
        this.counts = counts;
        this.parents = parents;
        this.together = together(parents);
        this.hidden = new boolean[counts.length][];
        for (int row = 0; row < counts.length; row++) {
            hidden[row] = new boolean[counts[row].length];
            for (int column = 0; column < counts[row].length; column++) {
                hidden[row][column] = hiddenRows.contains(row)
                        || PublishedCount.of(counts[row][column]).value() == null;
            }
        }
    }

    /**
     * @param counts row by row, all of the same length, none negative
     * @throws IllegalArgumentException if a count is negative or the rows differ in length
     */
    public static PublishedTable of(long[][] counts) {
        int[] parents = new int[counts.length];
        Arrays.fill(parents, TOP);
        return nested(counts, parents);
    }

    /**
     * A table in which some rows are the parts of another row, as wards are of a district. A row and its parts are
     * looked at together, so that nobody finds a hidden part by taking the others from the whole, nor a hidden whole by
     * adding its parts.
     *
     * @param counts row by row, all of the same length, none negative; a whole is the sum of its parts
     * @param parents for each row the row that it is a part of, or {@link #TOP}
     * @throws IllegalArgumentException if a count is negative or the rows differ in length
     */
    public static PublishedTable nested(long[][] counts, int[] parents) {
        return nested(counts, parents, Set.of());
    }

    /**
     * The same with rows of which nothing may be shown, however many persons they count.
     *
     * @param hiddenRows by their places
     */
    public static PublishedTable nested(long[][] counts, int[] parents, Set<Integer> hiddenRows) {
        if (Arrays.stream(counts).mapToInt(row -> row.length).distinct().count() > 1) {
            throw new IllegalArgumentException("The rows of a table are of one length");
        }
        if (parents.length != counts.length) {
            throw new IllegalArgumentException("Every row has a parent or is at the top");
        }
        PublishedTable table = new PublishedTable(counts, parents.clone(), hiddenRows);
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

    /** Sum of what the column shows at the top; confidential when all of it that is not zero is hidden. */
    public PublishedCount columnTotal(int column) {
        return total(IntStream.range(0, counts.length)
                .filter(row -> parents[row] == TOP)
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

    /** The rows at the top stand beside each other; any other beside its siblings and the row they are parts of. */
    private boolean complementColumns() {
        boolean changed = false;
        for (List<Integer> rows : together) {
            for (int column = 0; rows.size() > 1 && column < counts[rows.getFirst()].length; column++) {
                int fixed = column;
                changed |= complement(
                        rows.stream().map(row -> new int[] {row, fixed}).toList());
            }
        }
        return changed;
    }

    private static List<List<Integer>> together(int[] parents) {
        List<Integer> top = new ArrayList<>();
        Map<Integer, List<Integer>> parts = new TreeMap<>();
        for (int row = 0; row < parents.length; row++) {
            List<Integer> siblings =
                    parents[row] == TOP ? top : parts.computeIfAbsent(parents[row], whole -> new ArrayList<>());
            siblings.add(row);
        }
        parts.forEach((whole, rows) -> rows.add(whole));
        return Stream.concat(Stream.of(top), parts.values().stream()).toList();
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
