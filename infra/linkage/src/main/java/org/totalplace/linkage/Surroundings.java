package org.totalplace.linkage;

import java.util.List;
import java.util.stream.IntStream;
import org.totalplace.linkage.blocking.Candidates;
import org.totalplace.linkage.cluster.Links;
import org.totalplace.linkage.comparison.Columns;
import org.totalplace.linkage.comparison.Comparer;
import org.totalplace.linkage.comparison.Sieve;
import org.totalplace.linkage.comparison.Weigher;
import org.totalplace.linkage.model.LinkageModel;

/** What single records are compared with: all others as they stand at one moment. */
final class Surroundings {

    /** Bits below the join threshold at which a pair has no say in who is joined: others would have to outweigh it. */
    private static final double TOO_WEAK = 4;

    private final Candidates candidates;
    private final Comparer comparer;
    private final Weigher weigher;
    private final Sieve sieve;
    private final double least;

    Surroundings(Columns columns, Candidates candidates, LinkageModel model) {
        this.candidates = candidates;
        this.comparer = new Comparer(columns);
        this.weigher = new Weigher(columns, model, candidates.comparablePairs());
        double join = Weigher.odds(model.thresholds().join());
        this.least = Math.max(join - TOO_WEAK, Weigher.odds(model.thresholds().breaking()));
        this.sieve = new Sieve(comparer, weigher, least);
    }

    Comparer comparer() {
        return comparer;
    }

    Weigher weigher() {
        return weigher;
    }

    boolean comparable(int a, int b) {
        return candidates.comparable(a, b);
    }

    /** The links of a row that nobody decided, but for those too weak to matter. */
    Links linksOf(int row, Rulings rulings) {
        Scoring scoring = new Scoring(sieve, weigher, rulings, least);
        candidates.visitOf(row, scoring);
        return scoring.links();
    }

    /** The rows at the other ends. */
    List<Integer> linkedTo(int row, Rulings rulings) {
        Links links = linksOf(row, rulings);
        return IntStream.range(0, links.size())
                .mapToObj(link -> links.a(link) == row ? links.b(link) : links.a(link))
                .toList();
    }
}
