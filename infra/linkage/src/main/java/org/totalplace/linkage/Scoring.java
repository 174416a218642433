package org.totalplace.linkage;

import org.totalplace.linkage.blocking.Candidates;
import org.totalplace.linkage.cluster.Links;
import org.totalplace.linkage.comparison.Sieve;
import org.totalplace.linkage.comparison.Weigher;

/** Compares and weighs the candidates of one part and keeps those that may be links. */
final class Scoring implements Candidates.Visitor {

    private final Sieve sieve;
    private final Weigher weigher;
    private final Rulings rulings;
    private final double least;
    private final Links links = new Links();

    Scoring(Sieve sieve, Weigher weigher, Rulings rulings, double least) {
        this.sieve = sieve;
        this.weigher = weigher;
        this.rulings = rulings;
        this.least = least;
    }

    @Override
    public void pair(int a, int b) {
        long pattern = sieve.pattern(a, b);
        if (pattern == Sieve.HOPELESS) {
            return;
        }
        double weight = weigher.weigh(a, b, pattern);
        if (weight >= least && !rulings.decided(a, b)) {
            links.add(a, b, pattern, weight);
        }
    }

    Links links() {
        return links;
    }
}
