package org.totalplace.linkage.blocking;

import java.util.Arrays;

/**
 * The rows that share a key under one rule. Each row is packed with its key into one number, the key in the upper bits,
 * so that sorting puts blocks together and rows in order.
 */
final class Blocks {

    static final int ROW_BITS = 24;
    static final long ROW_MASK = (1L << ROW_BITS) - 1;

    /** Pairs of one part, before those of other rules are taken out. */
    private static final long PART = 500_000;

    private static final int SIZES = 1024;

    private final long[] sorted;
    private final int largest;

    private Blocks(long[] sorted, int largest) {
        this.sorted = sorted;
        this.largest = largest;
    }

    /** What is done with a block: rows of {@link #row} from one place to before another. */
    @FunctionalInterface
    interface Each {
        void block(int from, int to);
    }

    /** Blocks up to the size with which all together propose at most so many pairs. */
    static Blocks of(Keys keys, int rule, int rows, long mostPairs) {
        long[] packed = new long[rows];
        int filled = 0;
        for (int row = 0; row < rows; row++) {
            long key = keys.key(rule, row);
            if (key != 0) {
                packed[filled++] = key | row;
            }
        }
        long[] sorted = Arrays.copyOf(packed, filled);
        Arrays.parallelSort(sorted);
        return new Blocks(sorted, largest(sorted, mostPairs));
    }

    int row(int place) {
        return (int) (sorted[place] & ROW_MASK);
    }

    /** Visits the block of a key, if there is one that is not too large. */
    void visitOf(long key, Each each) {
        int from = Arrays.binarySearch(sorted, key);
        from = from < 0 ? -1 - from : from;
        if (from < sorted.length && (sorted[from] & ~ROW_MASK) == key) {
            int to = blockEnd(sorted, from);
            if (to - from <= largest) {
                each.block(from, to);
            }
        }
    }

    /** Visits the blocks that are too large. */
    void visitOversize(Each each) {
        visit(0, sorted.length, (from, to) -> {
            if (to - from > largest) {
                each.block(from, to);
            }
        });
    }

    /** Visits the others, of one part. */
    void visitKept(int part, int[] parts, Each each) {
        visit(parts[part], parts[part + 1], (from, to) -> {
            if (to - from <= largest) {
                each.block(from, to);
            }
        });
    }

    /** Where parts of about equal work begin, between blocks; the last one ends the rows. */
    int[] parts() {
        int[] starts = new int[16];
        int count = 1;
        long work = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = blockEnd(sorted, from);
            work += 1 + (to - from > largest ? 0 : pairs(to - from));
            from = to;
            if (work >= PART || from == sorted.length) {
                starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                starts[count++] = from;
                work = 0;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    /** How many pairs the kept blocks hold. */
    long keptPairs() {
        long[] sum = {0};
        visit(0, sorted.length, (from, to) -> sum[0] += to - from > largest ? 0 : pairs(to - from));
        return sum[0];
    }

    static long pairs(long size) {
        return size * (size - 1) / 2;
    }

    private void visit(int start, int end, Each each) {
        for (int from = start; from < end; ) {
            int to = blockEnd(sorted, from);
            if (to - from > 1) {
                each.block(from, to);
            }
            from = to;
        }
    }

    private static int largest(long[] sorted, long mostPairs) {
        long[] pairsBySize = new long[SIZES];
        for (int from = 0; from < sorted.length; ) {
            int to = blockEnd(sorted, from);
            pairsBySize[Math.min(SIZES - 1, to - from)] += pairs(to - from);
            from = to;
        }
        long sum = 0;
        for (int size = 2; size < SIZES; size++) {
            sum += pairsBySize[size];
            if (sum > mostPairs) {
                return size - 1;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static int blockEnd(long[] sorted, int from) {
        long key = sorted[from] & ~ROW_MASK;
        int to = from + 1;
        while (to < sorted.length && (sorted[to] & ~ROW_MASK) == key) {
            to++;
        }
        return to;
    }
}
