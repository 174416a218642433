package org.totalplace.linkage;

import org.totalplace.linkage.blocking.Candidates;
import org.totalplace.linkage.cluster.Links;
import org.totalplace.linkage.comparison.Comparer;
import org.totalplace.linkage.comparison.Weigher;

/** Compares and weighs the candidates of one part and keeps those that may be links. */
final class Scoring implements Candidates.Visitor {

    private final Comparer comparer;
    private final Weigher weigher;
    private final Rulings rulings;
    private final double least;
    private final Links links = new Links();

    Scoring(Comparer comparer, Weigher weigher, Rulings rulings, double least) {
        this.comparer = comparer;
        this.weigher = weigher;
        this.rulings = rulings;
        this.least = least;
    }

    @Override
    public void pair(int a, int b) {
        long pattern = comparer.compare(a, b);
        double weight = weigher.weigh(a, b, pattern);
        if (weight >= least && !rulings.decided(a, b)) {
            links.add(a, b, pattern, weight);
        }
    }

    Links links() {
        return links;
    }
}
