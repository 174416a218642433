package org.totalplace.linkage.blocking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.totalplace.linkage.comparison.Columns;
import org.totalplace.linkage.model.BlockingRule;
import org.totalplace.linkage.model.LinkageModel;

/**
 * The pairs of records that share a key under at least one rule, each once. A rule whose blocks would propose more
 * pairs a record than the model allows leaves out its largest blocks; what it left out is counted.
 */
public final class Candidates {

    private static final int ROW_BITS = 24;
    /** So many pairs of a rule are compared whatever the number of records, and so many a record beyond. */
    private static final long SMALL_ENOUGH = 2_000_000;

    private static final long BEYOND_A_RECORD = 4;
    /** Pairs of one part, before those of other rules are taken out. */
    private static final long PART = 500_000;

    private static final long ROW_MASK = (1L << ROW_BITS) - 1;

    private final Columns columns;
    private final boolean[] holdsDuplicates;
    private final List<BlockingRule> rules;
    private final long pairBudget;
    private long proposed;
    private long skippedBlocks;
    private long skippedPairs;

    /** Told of every pair, rows in ascending order. */
    @FunctionalInterface
    public interface Visitor {
        void pair(int a, int b);
    }

    /** Candidates of these columns; {@code holdsDuplicates} by source number. */
    public Candidates(Columns columns, LinkageModel model, boolean[] holdsDuplicates) {
        if (columns.size() > ROW_MASK) {
            throw new IllegalArgumentException("At most " + ROW_MASK + " records are linked at once, got "
                    + columns.size() + ". Link them place by place.");
        }
        this.columns = columns;
        this.rules = model.blocking();
        this.holdsDuplicates = holdsDuplicates.clone();
        this.pairBudget = Math.min(
                (long) model.pairsPerRecord() * columns.size(), SMALL_ENOUGH + BEYOND_A_RECORD * columns.size());
    }

    /** Whether two records may be one person at all: of different sources, or of one that holds duplicates. */
    public boolean comparable(int a, int b) {
        return columns.source(a) != columns.source(b) || holdsDuplicates[columns.source(a)];
    }

    /** How many pairs {@link #comparable} allows, blocked or not. */
    public double comparablePairs() {
        double[] sizes = new double[holdsDuplicates.length];
        for (int row = 0; row < columns.size(); row++) {
            sizes[columns.source(row)]++;
        }
        double pairs = (double) columns.size() * (columns.size() - 1) / 2;
        for (int source = 0; source < sizes.length; source++) {
            pairs -= holdsDuplicates[source] ? 0 : sizes[source] * (sizes[source] - 1) / 2;
        }
        return pairs;
    }

    /** Visits every candidate pair once, in an order that depends on the records alone. */
    public void visit(Visitor visitor) {
        visit(() -> visitor, 1);
    }

    /**
     * Visits every candidate pair once, parted over the processors. The parts, and the order of the visitors that are
     * returned, depend on the records alone, and so does the order of pairs within a part.
     *
     * @param visitors makes a visitor for each part, used by one thread at a time
     */
    public <V extends Visitor> List<V> visitInParallel(Supplier<V> visitors) {
        return visit(visitors, Runtime.getRuntime().availableProcessors());
    }

    private <V extends Visitor> List<V> visit(Supplier<V> visitors, int threads) {
        proposed = 0;
        skippedBlocks = 0;
        skippedPairs = 0;
        Keys keys = new Keys(columns, rules);
        List<V> used = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            int at = rule;
            long[] sorted = sorted(rule, keys);
            int largest = forgetOversize(rule, keys, sorted);
            int[] starts = parts(sorted);
            used.addAll(InParallel.map(starts.length - 1, threads, part -> {
                V visitor = visitors.get();
                long found = visit(at, keys, sorted, starts[part], starts[part + 1], largest, visitor);
                synchronized (this) {
                    proposed += found;
                }
                return visitor;
            }));
        }
        return used;
    }

    public long proposed() {
        return proposed;
    }

    public long skippedBlocks() {
        return skippedBlocks;
    }

    public long skippedPairs() {
        return skippedPairs;
    }

    /** The largest block that the rule keeps; the rows of larger ones lose their key. */
    private int forgetOversize(int rule, Keys keys, long[] sorted) {
        int largest = largestBlock(sorted);
        for (int from = 0; from < sorted.length; ) {
            int to = blockEnd(sorted, from);
            if (to - from > largest) {
                skippedBlocks++;
                skippedPairs += pairs(to - from);
                for (int at = from; at < to; at++) {
                    keys.forget(rule, (int) (sorted[at] & ROW_MASK));
                }
            }
            from = to;
        }
        return largest;
    }

    /** Where parts of about equal work begin, between blocks; the last one ends the array. */
    private static int[] parts(long[] sorted) {
        int[] starts = new int[16];
        int count = 1;
        long work = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = blockEnd(sorted, from);
            work += 1 + pairs(to - from);
            from = to;
            if (work >= PART || from == sorted.length) {
                starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                starts[count++] = from;
                work = 0;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private long visit(int rule, Keys keys, long[] sorted, int start, int end, int largest, Visitor visitor) {
        long found = 0;
        for (int from = start; from < end; ) {
            int to = blockEnd(sorted, from);
            if (to - from <= largest) {
                found += visit(rule, keys, sorted, from, to, visitor);
            }
            from = to;
        }
        return found;
    }

    private long visit(int rule, Keys keys, long[] sorted, int from, int to, Visitor visitor) {
        long found = 0;
        for (int first = from; first < to - 1; first++) {
            int a = (int) (sorted[first] & ROW_MASK);
            for (int second = first + 1; second < to; second++) {
                int b = (int) (sorted[second] & ROW_MASK);
                if (keys.key(rule, a) == keys.key(rule, b) && comparable(a, b) && !keys.proposedBefore(rule, a, b)) {
                    found++;
                    visitor.pair(a, b);
                }
            }
        }
        return found;
    }

    /** Rows with a key, by the upper bits of the key and then by row, packed into one number each. */
    private long[] sorted(int rule, Keys keys) {
        long[] packed = new long[columns.size()];
        int filled = 0;
        for (int row = 0; row < packed.length; row++) {
            long key = keys.key(rule, row);
            if (key != 0) {
                packed[filled++] = key & ~ROW_MASK | row;
            }
        }
        long[] sorted = Arrays.copyOf(packed, filled);
        Arrays.parallelSort(sorted);
        return sorted;
    }

    /** The largest size of block with which all blocks up to it keep to the budget. */
    private int largestBlock(long[] sorted) {
        long[] pairsBySize = new long[1024];
        for (int from = 0; from < sorted.length; ) {
            int to = blockEnd(sorted, from);
            pairsBySize[Math.min(pairsBySize.length - 1, to - from)] += pairs(to - from);
            from = to;
        }
        long sum = 0;
        for (int size = 2; size < pairsBySize.length; size++) {
            sum += pairsBySize[size];
            if (sum > pairBudget) {
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

    private static long pairs(long size) {
        return size * (size - 1) / 2;
    }
}
