package org.totalplace.linkage.cluster;

import java.util.Arrays;

/**
 * Average linkage (Sokal and Michener, 1958): the two groups whose records agree best on average are joined again and
 * again until no average reaches the threshold. Unlike connected components, one wrong link does not glue two persons.
 * A forbidden pair forbids every join of the groups that hold it.
 */
final class Agglomeration {

    /** The average of groups that hold a forbidden pair. */
    static final double FORBIDDEN = Double.NEGATIVE_INFINITY;

    private final double[][] average;
    private final int[] sizes;
    private final boolean[] gone;
    private final int[] nearest;

    /**
     * Over nodes with these average weights between them (both triangles filled, the diagonal unused) and these numbers
     * of records. The arrays are used up.
     */
    Agglomeration(double[][] average, int[] sizes) {
        this.average = average;
        this.sizes = sizes;
        this.gone = new boolean[sizes.length];
        this.nearest = new int[sizes.length];
        for (int node = 0; node < sizes.length; node++) {
            average[node][node] = FORBIDDEN;
        }
        for (int node = 0; node < sizes.length; node++) {
            nearest[node] = nearestOf(node);
        }
    }

    /** Told of each join, into the smaller node. */
    @FunctionalInterface
    interface Joined {
        void into(int kept, int joined);
    }

    void run(double threshold, Joined joined) {
        while (true) {
            int best = best();
            if (best < 0 || average[best][nearest[best]] < threshold) {
                return;
            }
            int kept = Math.min(best, nearest[best]);
            int other = Math.max(best, nearest[best]);
            join(kept, other);
            joined.into(kept, other);
        }
    }

    private int best() {
        int best = -1;
        for (int node = 0; node < sizes.length; node++) {
            if (!gone[node] && (best < 0 || average[node][nearest[node]] > average[best][nearest[best]])) {
                best = node;
            }
        }
        return best;
    }

    private void join(int kept, int other) {
        double total = sizes[kept] + sizes[other];
        gone[other] = true;
        for (int node = 0; node < sizes.length; node++) {
            if (!gone[node] && node != kept) {
                double joint = (average[kept][node] * sizes[kept] + average[other][node] * sizes[other]) / total;
                average[kept][node] = joint;
                average[node][kept] = joint;
            }
        }
        sizes[kept] += sizes[other];
        Arrays.fill(average[other], FORBIDDEN);
        for (double[] row : average) {
            row[other] = FORBIDDEN;
        }
        repair(kept, other);
    }

    private void repair(int kept, int other) {
        for (int node = 0; node < sizes.length; node++) {
            if (gone[node]) {
                continue;
            }
            if (node == kept || nearest[node] == kept || nearest[node] == other) {
                nearest[node] = nearestOf(node);
            } else if (average[node][kept] > average[node][nearest[node]]) {
                nearest[node] = kept;
            }
        }
    }

    private int nearestOf(int node) {
        int found = node == 0 && sizes.length > 1 ? 1 : 0;
        for (int other = 0; other < sizes.length; other++) {
            if (other != node && average[node][other] > average[node][found]) {
                found = other;
            }
        }
        return found;
    }
}
