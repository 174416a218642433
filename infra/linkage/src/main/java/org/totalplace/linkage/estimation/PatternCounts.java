package org.totalplace.linkage.estimation;

import java.util.Arrays;

/** How often each pattern occurred: an open-addressed table of primitive numbers. */
public final class PatternCounts {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Patterns plus one, so that zero is an empty place. */
    private long[] patterns = new long[1 << 8];

    private int[] counts = new int[1 << 8];
    private int filled;
    private long total;

    public void add(long pattern) {
        add(pattern, 1);
    }

    /** Adds what another table counted. */
    public void add(PatternCounts other) {
        for (int at = 0; at < other.patterns.length; at++) {
            if (other.patterns[at] != 0) {
                add(other.patterns[at] - 1, other.counts[at]);
            }
        }
    }

    public long total() {
        return total;
    }

    public int count(long pattern) {
        return counts[place(pattern)];
    }

    /** The patterns that occurred, ascending. */
    public long[] occurring() {
        long[] found = new long[filled];
        int size = 0;
        for (long pattern : patterns) {
            if (pattern != 0) {
                found[size++] = pattern - 1;
            }
        }
        Arrays.sort(found);
        return found;
    }

    private void add(long pattern, int times) {
        int at = place(pattern);
        if (patterns[at] == 0) {
            patterns[at] = pattern + 1;
            filled++;
        }
        counts[at] += times;
        total += times;
        if (filled > patterns.length / 2) {
            grow();
        }
    }

    private int place(long pattern) {
        int mask = patterns.length - 1;
        int at = (int) (pattern * SPREAD >>> 32) & mask;
        while (patterns[at] != 0 && patterns[at] != pattern + 1) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] before = patterns;
        int[] countsBefore = counts;
        patterns = new long[before.length * 2];
        counts = new int[before.length * 2];
        for (int at = 0; at < before.length; at++) {
            if (before[at] != 0) {
                int to = place(before[at] - 1);
                patterns[to] = before[at];
                counts[to] = countsBefore[at];
            }
        }
    }
}
