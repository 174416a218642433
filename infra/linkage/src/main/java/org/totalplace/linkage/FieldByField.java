package org.totalplace.linkage;

import org.totalplace.linkage.cluster.Agreement;
import org.totalplace.linkage.comparison.Comparer;
import org.totalplace.linkage.comparison.PairParts;
import org.totalplace.linkage.comparison.Weigher;

/**
 * The agreement of two groups as the mean of each field over the pairs that have it. A larger group is likelier to gain
 * one more record in proportion to its size (the Chinese restaurant process: Aldous, 1985).
 */
final class FieldByField implements Agreement {

    private static final double LOG_OF_2 = Math.log(2);

    private final Comparer comparer;
    private final Weigher weigher;
    private final PairParts parts = new PairParts();

    FieldByField(Comparer comparer, Weigher weigher) {
        this.comparer = comparer;
        this.weigher = weigher;
    }

    @Override
    public void add(int a, int b) {
        parts.add(a, b, comparer.compare(a, b), weigher);
    }

    @Override
    public void add(Agreement other) {
        if (other instanceof FieldByField same) {
            parts.add(same.parts);
        }
    }

    @Override
    public double weight(int sizeOfOne, int sizeOfOther) {
        return parts.weight(weigher) + Math.log(Math.max(sizeOfOne, sizeOfOther)) / LOG_OF_2;
    }
}
