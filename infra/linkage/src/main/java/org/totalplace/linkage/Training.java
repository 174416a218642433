package org.totalplace.linkage;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.totalplace.linkage.blocking.Candidates;
import org.totalplace.linkage.comparison.Comparer;
import org.totalplace.linkage.comparison.Hash;
import org.totalplace.linkage.estimation.ExpectationMaximisation;
import org.totalplace.linkage.estimation.PatternCounts;
import org.totalplace.linkage.model.LinkageModel;
import org.totalplace.linkage.work.InParallel;

/** Estimates a model from unlabelled records. */
public final class Training {

    private static final int RANDOM_PAIRS = 1_000_000;
    private static final int CANDIDATE_PAIRS = 6_000_000;
    private static final int FEWEST_PAIRS = 30;
    private static final int STRETCH = 20_000;

    private final Population population;
    private final LinkageModel start;
    private final Candidates candidates;
    private final Comparer comparer;

    Training(Population population, LinkageModel start) {
        this.population = population;
        this.start = start;
        this.candidates = new Candidates(population.columns(), start, population.holdsDuplicates());
        this.comparer = new Comparer(population.columns());
    }

    /** Trains on records of sources that hold each person once. */
    public static LinkageModel train(List<IdentityRecord> records, LinkageModel start, long seed) {
        return train(records, start, seed, Duplicates.none());
    }

    /**
     * Trains; the same records in any order, start and seed give an identical model. The model keeps the thresholds,
     * blocking rules and date of {@code start}, and its version names its content; give it a name and date by
     * {@link LinkageModel#released}. Where fewer than 30 pairs could match {@code start} is
     * returned as it is; where few do, the estimate stays near to it.
     */
    public static LinkageModel train(
            List<IdentityRecord> records, LinkageModel start, long seed, Duplicates duplicates) {
        return new Training(Population.of(records, duplicates), start).run(seed);
    }

    LinkageModel run(long seed) {
        double comparablePairs = candidates.comparablePairs();
        if (comparablePairs < FEWEST_PAIRS) {
            return start;
        }
        double scale = Math.max(1, (double) candidates.atMost() / CANDIDATE_PAIRS);
        PatternCounts counted = new PatternCounts();
        candidates.visit(() -> new Counting(scale, seed)).forEach(part -> counted.add(part.counts));
        ExpectationMaximisation estimate = new ExpectationMaximisation(
                counted,
                randomPairs(seed),
                start,
                scale,
                comparablePairs,
                population.records().size());
        return named(estimate.run());
    }

    private PatternCounts randomPairs(long seed) {
        PatternCounts counts = new PatternCounts();
        int size = population.records().size();
        if ((long) size * (size - 1) / 2 <= RANDOM_PAIRS) {
            for (int a = 0; a < size; a++) {
                for (int b = a + 1; b < size; b++) {
                    count(counts, a, b);
                }
            }
            return counts;
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] drawn = random.ints(2 * RANDOM_PAIRS, 0, size).toArray();
        InParallel.stretches(RANDOM_PAIRS, STRETCH, (from, to) -> {
                    PatternCounts here = new PatternCounts();
                    for (int draw = from; draw < to; draw++) {
                        count(here, drawn[2 * draw], drawn[2 * draw + 1]);
                    }
                    return here;
                })
                .forEach(counts::add);
        return counts;
    }

    private void count(PatternCounts counts, int a, int b) {
        if (a != b && candidates.comparable(a, b)) {
            counts.add(comparer.compare(Math.min(a, b), Math.max(a, b)));
        }
    }

    /** A number from 0 up to 1 that the pair and the seed decide. */
    private static double share(int a, int b, long seed) {
        return (Hash.mix(seed, (long) a << 32 | b) >>> 11) * 0x1p-53;
    }

    private static LinkageModel named(LinkageModel trained) {
        String version = String.format(
                Locale.ROOT,
                "trained-%08x",
                trained.released("trained", trained.date()).toJson().hashCode());
        return trained.released(version, trained.date());
    }

    /** Counts the patterns of a share of the candidates of one part. */
    private final class Counting implements Candidates.Visitor {

        private final double scale;
        private final long seed;
        private final PatternCounts counts = new PatternCounts();

        Counting(double scale, long seed) {
            this.scale = scale;
            this.seed = seed;
        }

        @Override
        public boolean wants(int a, int b) {
            return scale == 1 || share(a, b, seed) * scale < 1;
        }

        @Override
        public void pair(int a, int b) {
            counts.add(comparer.compare(a, b));
        }
    }
}
