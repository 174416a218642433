package org.totalplace.linkage.estimation;

import java.util.Arrays;
import org.totalplace.linkage.comparison.Patterns;

/** How often each pattern occurred. */
public final class PatternCounts {

    private final int[] counts = new int[Patterns.COUNT];
    private long total;

    public void add(int pattern) {
        counts[pattern]++;
        total++;
    }

    public long total() {
        return total;
    }

    public int count(int pattern) {
        return counts[pattern];
    }

    /** The patterns that occurred, ascending. */
    public int[] occurring() {
        int[] found = new int[counts.length];
        int size = 0;
        for (int pattern = 0; pattern < counts.length; pattern++) {
            if (counts[pattern] > 0) {
                found[size++] = pattern;
            }
        }
        return Arrays.copyOf(found, size);
    }
}
