package org.totalplace.linkage.comparison;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much a row counts when values are counted: one, but for rows of somebody who has very many. Thousands of records
 * of one person would otherwise make a name look common that one person bears, and so vanish: nothing that they share
 * would weigh anything. Such rows share a date of birth with a name, or both names with a postcode, far more often than
 * different people do.
 */
public final class RepeatedPeople {

    /** So many rows of one name and date of birth are hardly those of different people. */
    private static final int MOST_OF_OTHERS = 50;

    private final float[] weights;

    private RepeatedPeople(float[] weights) {
        this.weights = weights;
    }

    public static RepeatedPeople in(Columns columns) {
        RepeatedPeople found = new RepeatedPeople(new float[columns.size()]);
        Arrays.fill(found.weights, 1);
        found.count(columns.given, columns.birth, null);
        found.count(columns.family, columns.birth, null);
        found.count(columns.given, columns.family, columns.postcode);
        return found;
    }

    /** Whether a row is of somebody who has very many. */
    public boolean holds(int row) {
        return weights[row] < 1;
    }

    float weight(int row) {
        return weights[row];
    }

    private void count(int[] first, int[] second, int @Nullable [] third) {
        long[] keys = new long[weights.length];
        Arrays.parallelSetAll(keys, row -> key(first[row], second[row], third == null ? 1 : third[row]));
        long[] sorted = keys.clone();
        Arrays.parallelSort(sorted);
        Map<Long, Integer> large = new HashMap<>();
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from > MOST_OF_OTHERS && sorted[from] != 0) {
                large.put(sorted[from], to - from);
            }
            from = to;
        }
        for (int row = 0; row < keys.length && !large.isEmpty(); row++) {
            weights[row] = Math.min(weights[row], 1f / large.getOrDefault(keys[row], 1));
        }
    }

    /** 0 when any is missing. */
    private static long key(int first, int second, int third) {
        return first == 0 || second == 0 || third == 0 ? 0 : Hash.mix((long) first << 32 | second, third);
    }
}
