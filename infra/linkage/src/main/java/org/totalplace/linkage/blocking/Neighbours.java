package org.totalplace.linkage.blocking;

import java.util.Arrays;
import java.util.List;
import org.totalplace.linkage.comparison.RepeatedPeople;

/**
 * Pairs of rows in blocks that are too large: each row of somebody with very many records, or without any other block,
 * is compared with the next few of the block.
 */
final class Neighbours {

    private static final int NEXT = 3;
    private static final int ROW_BITS = 32;

    private final long[] pairs;

    private Neighbours(long[] pairs) {
        this.pairs = pairs;
    }

    static Neighbours of(List<Blocks> blocks, Keys keys, RepeatedPeople repeated) {
        long[][] found = {new long[16]};
        int[] count = {0};
        for (Blocks ofRule : blocks) {
            ofRule.visitOversize((from, to) -> {
                for (int at = from; at < to; at++) {
                    int row = ofRule.row(at);
                    boolean chained = keys.none(row) || repeated.holds(row);
                    for (int next = at + 1; chained && next < to && next <= at + NEXT; next++) {
                        if (count[0] == found[0].length) {
                            found[0] = Arrays.copyOf(found[0], 2 * count[0]);
                        }
                        found[0][count[0]++] = (long) row << ROW_BITS | ofRule.row(next);
                    }
                }
            });
        }
        return new Neighbours(
                Arrays.stream(found[0], 0, count[0]).sorted().distinct().toArray());
    }

    int size() {
        return pairs.length;
    }

    int first(int pair) {
        return (int) (pairs[pair] >>> ROW_BITS);
    }

    int second(int pair) {
        return (int) pairs[pair];
    }
}
