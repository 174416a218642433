package org.totalplace.linkage;

import java.util.Map;
import org.totalplace.linkage.cluster.Groups;
import org.totalplace.linkage.cluster.Links;
import org.totalplace.linkage.comparison.Weigher;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;
import org.totalplace.linkage.model.LinkageModel;

/**
 * Where two sources hold each person once and nearly every record of one has a mate in the other, a record left over is
 * likelier than others to belong to the one that it resembles: the alternative is that both lack their mates
 * (one-to-one assignment: Jaro, 1989; prior over bipartite matchings: Sadinle, 2017). Twins of whom each source knows
 * one look just like this, so pairs that might be twins are left alone unless the model has learned from others that
 * given names are often wrong.
 */
final class LoneMates {

    /** The least share of records with a mate. */
    private static final double NEARLY_EVERY = 0.95;

    /** The most, in bits, that being left over adds. */
    private static final double MOST = 3;

    /** From this share of true pairs with other given names, another name says little. */
    private static final double OFTEN_WRONG = 0.05;

    private final Links links;
    private final Groups persons;
    private final Rulings rulings;
    private final boolean namesAreOftenWrong;
    private final double least;
    private final double[] best;
    private final int[] mate;

    LoneMates(Links links, Groups persons, Rulings rulings, LinkageModel model, int rows) {
        this.links = links;
        this.persons = persons;
        this.rulings = rulings;
        this.namesAreOftenWrong =
                model.of(Field.GIVEN_NAME, ComparisonLevel.DIFFERENT).m() >= OFTEN_WRONG;
        this.least = Weigher.odds(model.thresholds().join()) - MOST;
        this.best = new double[rows];
        this.mate = new int[rows];
    }

    /** Whether there are two such sources, and the records found to have a mate are nearly all of the smaller one. */
    static boolean expected(Population population, Groups persons) {
        int sources = population.columns().sources() - 1;
        for (boolean holdsDuplicates : population.holdsDuplicates()) {
            if (holdsDuplicates || sources != 2) {
                return false;
            }
        }
        int[] sizes = new int[sources + 1];
        int mated = 0;
        for (int row = 0; row < population.records().size(); row++) {
            sizes[population.columns().source(row)]++;
            mated += persons.of(row) == row && persons.members(row).length > 1 ? 1 : 0;
        }
        return mated >= NEARLY_EVERY * Math.min(sizes[1], sizes[2]);
    }

    /** Joins the records left over that are each other's best, down to a little below the threshold. */
    void join() {
        join((a, b) -> true);
    }

    /** The same of those two alone that stood together before: what linking all found is not undone by a change. */
    void joinAgain(Map<Integer, Integer> mates) {
        join((a, b) ->
                Integer.valueOf(b).equals(mates.get(a)) || Integer.valueOf(a).equals(mates.get(b)));
    }

    @FunctionalInterface
    private interface Wanted {
        boolean together(int a, int b);
    }

    private void join(Wanted wanted) {
        boolean[] taken = new boolean[best.length];
        for (int row = 0; row < best.length; row++) {
            mate[row] = -1;
            taken[row] = persons.members(row).length > 1;
        }
        for (int link = 0; link < links.size(); link++) {
            int a = links.a(link);
            int b = links.b(link);
            boolean free = !taken[a]
                    && !taken[b]
                    && !rulings.decided(a, b)
                    && (namesAreOftenWrong || !Weigher.likeTwins(links.pattern(link)));
            if (free && links.weight(link) >= least) {
                prefer(a, b, links.weight(link));
                prefer(b, a, links.weight(link));
            }
        }
        for (int row = 0; row < mate.length; row++) {
            if (mate[row] > row && mate[mate[row]] == row && wanted.together(row, mate[row])) {
                persons.join(row, mate[row]);
            }
        }
    }

    private void prefer(int row, int other, double weight) {
        if (mate[row] < 0 || weight > best[row]) {
            mate[row] = other;
            best[row] = weight;
        }
    }
}
