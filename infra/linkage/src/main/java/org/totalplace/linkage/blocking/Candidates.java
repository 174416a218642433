package org.totalplace.linkage.blocking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.totalplace.linkage.comparison.Columns;
import org.totalplace.linkage.comparison.RepeatedPeople;
import org.totalplace.linkage.model.LinkageModel;
import org.totalplace.linkage.work.InParallel;

/**
 * The pairs of records that share a key under at least one rule, each once. A rule whose blocks would propose more
 * pairs a record than the model allows leaves out its largest blocks; what it left out is counted, and
 * {@link Neighbours} are proposed for some of it.
 */
public final class Candidates {

    /** So many pairs of a rule are compared whatever the number of records, and so many a record beyond. */
    private static final long SMALL_ENOUGH = 2_000_000;

    private static final long BEYOND_A_RECORD = 4;

    private final Columns columns;
    private final Keys keys;
    private final FreshRows fresh;
    private boolean[] holdsDuplicates;
    private final List<Blocks> blocks = new ArrayList<>();
    private final Neighbours neighbours;
    private final AtomicLong proposed = new AtomicLong();
    private long skippedBlocks;
    private long skippedPairs;

    /** Told of every pair, rows in ascending order. */
    @FunctionalInterface
    public interface Visitor {
        void pair(int a, int b);

        /** Whether to be told of a pair at all; asked before it is known whether another rule proposes it too. */
        default boolean wants(int a, int b) {
            return true;
        }
    }

    /** Candidates of these columns; {@code holdsDuplicates} by source number. */
    public Candidates(Columns columns, LinkageModel model, boolean[] holdsDuplicates) {
        if (columns.size() > Blocks.ROW_MASK) {
            throw new IllegalArgumentException("At most " + Blocks.ROW_MASK + " records are linked at once, got "
                    + columns.size() + ". Link them place by place.");
        }
        this.columns = columns;
        this.holdsDuplicates = holdsDuplicates.clone();
        this.keys = new Keys(columns, model.blocking(), ~Blocks.ROW_MASK);
        this.fresh = new FreshRows(model.blocking().size());
        long mostPairs = Math.min(
                (long) model.pairsPerRecord() * columns.size(), SMALL_ENOUGH + BEYOND_A_RECORD * columns.size());
        for (int rule = 0; rule < model.blocking().size(); rule++) {
            blocks.add(Blocks.of(keys, rule, columns.size(), mostPairs));
            forgetOversize(rule);
        }
        neighbours = Neighbours.of(blocks, keys, RepeatedPeople.in(columns));
    }

    /**
     * Takes in rows that were put into the columns since. Blocks that were too large stay left out.
     *
     * @param holds by source number, of all sources that the columns know by now
     */
    public void refresh(int[] rows, boolean[] holds) {
        holdsDuplicates = holds.clone();
        keys.grow();
        for (int row : rows) {
            keys.put(row);
            fresh.put(row, keys);
        }
    }

    /** How many rows were taken in since the blocks were made. */
    public int freshRows() {
        return fresh.size();
    }

    /** Visits every candidate pair of one row, once, by the keys of now. */
    public void visitOf(int row, Visitor visitor) {
        for (int rule = 0; rule < blocks.size(); rule++) {
            long key = keys.key(rule, row);
            if (key != 0) {
                int of = rule;
                Blocks ofRule = blocks.get(rule);
                ofRule.visitOf(key, (from, to) -> {
                    for (int at = from; at < to; at++) {
                        if (!fresh.contains(ofRule.row(at))) {
                            meet(of, row, ofRule.row(at), visitor);
                        }
                    }
                });
                fresh.visit(rule, key, other -> meet(of, row, other, visitor));
            }
        }
    }

    private void meet(int rule, int row, int other, Visitor visitor) {
        boolean share = row != other && keys.key(rule, row) == keys.key(rule, other);
        if (share && comparable(row, other) && !keys.proposedBefore(rule, row, other)) {
            visitor.pair(Math.min(row, other), Math.max(row, other));
        }
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

    /** At least as many as there are candidates: pairs that several rules propose count several times. */
    public long atMost() {
        return neighbours.size() + blocks.stream().mapToLong(Blocks::keptPairs).sum();
    }

    /**
     * Visits every candidate pair once, parted over the processors. The parts, and the order of the visitors that are
     * returned, depend on the records alone, and so does the order of pairs within a part.
     *
     * @param visitors makes a visitor for each part, used by one thread at a time
     */
    public <V extends Visitor> List<V> visit(Supplier<V> visitors) {
        proposed.set(0);
        List<Part> parts = new ArrayList<>();
        for (int rule = 0; rule < blocks.size(); rule++) {
            int[] starts = blocks.get(rule).parts();
            for (int part = 0; part < starts.length - 1; part++) {
                parts.add(new Part(rule, part, starts));
            }
        }
        return InParallel.map(parts.size() + 1, number -> {
            V visitor = visitors.get();
            proposed.addAndGet(number == parts.size() ? visitNeighbours(visitor) : visit(parts.get(number), visitor));
            return visitor;
        });
    }

    /** Pairs that the visitors of the last visit wanted. */
    public long proposed() {
        return proposed.get();
    }

    public long skippedBlocks() {
        return skippedBlocks;
    }

    public long skippedPairs() {
        return skippedPairs;
    }

    /** The rows of blocks that are too large lose their key. */
    private void forgetOversize(int rule) {
        Blocks ofRule = blocks.get(rule);
        ofRule.visitOversize((from, to) -> {
            skippedBlocks++;
            skippedPairs += Blocks.pairs(to - from);
            for (int at = from; at < to; at++) {
                keys.forget(rule, ofRule.row(at));
            }
        });
    }

    /** Those that no rule proposes. */
    private long visitNeighbours(Visitor visitor) {
        long found = 0;
        for (int pair = 0; pair < neighbours.size(); pair++) {
            int a = neighbours.first(pair);
            int b = neighbours.second(pair);
            if (comparable(a, b) && visitor.wants(a, b) && !keys.proposedBefore(blocks.size(), a, b)) {
                found++;
                visitor.pair(a, b);
            }
        }
        return found;
    }

    private record Part(int rule, int number, int[] starts) {}

    private long visit(Part part, Visitor visitor) {
        Blocks ofRule = blocks.get(part.rule);
        long[] found = {0};
        ofRule.visitKept(
                part.number, part.starts, (from, to) -> found[0] += visit(part.rule, ofRule, from, to, visitor));
        return found[0];
    }

    private long visit(int rule, Blocks ofRule, int from, int to, Visitor visitor) {
        long found = 0;
        for (int first = from; first < to - 1; first++) {
            int a = ofRule.row(first);
            for (int second = first + 1; second < to; second++) {
                int b = ofRule.row(second);
                if (comparable(a, b) && visitor.wants(a, b) && !keys.proposedBefore(rule, a, b)) {
                    found++;
                    visitor.pair(a, b);
                }
            }
        }
        return found;
    }
}
