package org.totalplace.spend.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines that one statement reads and sorts: of a few small deliveries, or of some rows of a large one, so that a
 * page of a million lines does not take what a million lines take.
 *
 * @param deliveries their numbers, in order
 * @param fromRow included, as is {@code toRow}
 */
record Stretch(List<Integer> deliveries, long fromRow, long toRow) {

    /** Lines, or rows of one delivery, at most. */
    static final int ROWS = 50_000;

    /** In the first stretch of small ones; every further one has twice as many, for whoever reads more than a page. */
    static final int DELIVERIES = 16;

    Stretch {
        deliveries = List.copyOf(deliveries);
    }

    /**
     * A delivery that counted.
     *
     * @param lines how many lines it has
     * @param lastRow the row of the last of them
     */
    record Posted(int number, int lines, long lastRow) {}

    /**
     * All that has to be read of some deliveries, in order.
     *
     * @param after to go on from; null to read from the start
     */
    static List<Stretch> of(List<Posted> posted, LinesQuery.@Nullable After after) {
        List<Stretch> stretches = new ArrayList<>();
        List<Integer> small = new ArrayList<>();
        int lines = 0;
        int atOnce = DELIVERIES;
        for (Posted delivery : posted) {
            boolean large = delivery.lines() > ROWS;
            if (large || small.size() == atOnce || lines + delivery.lines() > ROWS) {
                atOnce = small.size() == atOnce ? 2 * atOnce : atOnce;
                addSmall(stretches, small);
                lines = 0;
            }
            if (large) {
                addLarge(stretches, delivery, after);
            } else {
                small.add(delivery.number());
                lines += delivery.lines();
            }
        }
        addSmall(stretches, small);
        return stretches;
    }

    private static void addSmall(List<Stretch> stretches, List<Integer> small) {
        if (!small.isEmpty()) {
            stretches.add(new Stretch(small, 0, Long.MAX_VALUE));
            small.clear();
        }
    }

    private static void addLarge(List<Stretch> stretches, Posted large, LinesQuery.@Nullable After after) {
        long first = after != null && after.number() == large.number() ? after.row() : 0;
        for (long from = first; from <= large.lastRow(); from += ROWS) {
            stretches.add(new Stretch(List.of(large.number()), from, from + ROWS - 1));
        }
    }
}
