package org.totalplace.journey.personcost;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.totalplace.starter.disclosure.PublishedCount;

/**
 * How many persons of a band see one, two, three and more agencies, as it may be published. How many are in a band
 * follows from how many there are at all, so that whoever reads all counts but one knows that one too.
 *
 * @param published in the order in which they were counted
 */
record AgenciesSeen(List<PublishedCount> published) {

    private static final PublishedCount HIDDEN = new PublishedCount(null, "c");
    private static final long FEW = PublishedCount.CONFIDENTIAL_UP_TO;
    private static final long STEP = 5;

    AgenciesSeen {
        published = List.copyOf(published);
    }

    /**
     * A count of few is hidden, and others with it, until what is hidden may be one as well as another. A band of few
     * persons tells nothing, not even where nobody is.
     *
     * @param seen adds up to the persons of the band
     */
    static AgenciesSeen of(List<Long> seen) {
        long[] counts = seen.stream().mapToLong(Long::longValue).toArray();
        boolean[] hidden = new boolean[counts.length];
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = isFew(counts[i]);
        }
        if (isFew(Arrays.stream(counts).sum())) {
            Arrays.fill(hidden, true);
        }
        while (canBeWorkedOut(counts, hidden)) {
            hideOneMore(counts, hidden);
        }
        return new AgenciesSeen(IntStream.range(0, counts.length)
                .mapToObj(i -> hidden[i] ? HIDDEN : PublishedCount.of(counts[i]))
                .toList());
    }

    /** Whether all counts are told. */
    boolean isWhole() {
        return published.stream().allMatch(count -> count.value() != null);
    }

    /** Not the smallest other: who knows that it is, knows that it is no more than the next. */
    private static void hideOneMore(long[] counts, boolean[] hidden) {
        List<Integer> others = IntStream.range(0, counts.length)
                .filter(i -> !hidden[i] && counts[i] > 0)
                .boxed()
                .sorted(Comparator.comparingLong(i -> counts[i]))
                .toList();
        if (others.isEmpty()) {
            Arrays.fill(hidden, true);
        } else {
            hidden[others.get(Math.min(1, others.size() - 1))] = true;
        }
    }

    /**
     * Whether one count alone is hidden, or those that are can only be one person each, or only as many as few are;
     * while there is another to hide.
     */
    private static boolean canBeWorkedOut(long[] counts, boolean[] hidden) {
        long cells = 0;
        long fewCells = 0;
        long atMost = Arrays.stream(counts).sum();
        long atLeast = atMost;
        for (int i = 0; i < counts.length; i++) {
            if (hidden[i]) {
                cells++;
                fewCells += isFew(counts[i]) ? 1 : 0;
            } else if (counts[i] > 0) {
                long shown = (counts[i] + STEP / 2) / STEP * STEP;
                atMost -= Math.max(FEW + 1, shown - STEP / 2);
                atLeast -= shown + STEP / 2;
            }
        }
        boolean allOnes = atMost <= cells;
        boolean allAtMost = cells == fewCells && atLeast >= FEW * cells;
        return cells > 0 && cells < counts.length && (cells == 1 || allOnes || allAtMost);
    }

    private static boolean isFew(long count) {
        return PublishedCount.of(count).value() == null;
    }
}
