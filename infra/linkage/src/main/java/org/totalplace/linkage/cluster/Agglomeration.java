package org.totalplace.linkage.cluster;

import org.jspecify.annotations.Nullable;

/**
 * Average linkage (Sokal and Michener, 1958), field by field: the two groups that agree best are joined again and again
 * until no agreement reaches the threshold. Unlike connected components, one wrong link does not glue two persons. A
 * forbidden pair forbids every join of the groups that hold it.
 */
final class Agglomeration {

    /** The weight between groups that hold a forbidden pair. */
    static final double FORBIDDEN = Double.NEGATIVE_INFINITY;

    private final @Nullable Agreement[][] agreements;
    private final double[][] weight;
    private final int[] sizes;
    private final boolean[] gone;
    private final int[] nearest;

    /**
     * Over nodes of these numbers of records.
     *
     * @param agreements below the diagonal what the pairs between two nodes say, null where any is forbidden; used up
     */
    Agglomeration(@Nullable Agreement[][] agreements, int[] sizes) {
        this.agreements = agreements;
        this.sizes = sizes;
        this.weight = new double[sizes.length][sizes.length];
        this.gone = new boolean[sizes.length];
        this.nearest = new int[sizes.length];
        for (int node = 0; node < sizes.length; node++) {
            weight[node][node] = FORBIDDEN;
            for (int other = 0; other < node; other++) {
                weigh(node, other);
            }
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
            if (best < 0 || weight[best][nearest[best]] < threshold) {
                return;
            }
            int kept = Math.min(best, nearest[best]);
            int other = Math.max(best, nearest[best]);
            join(kept, other);
            joined.into(kept, other);
        }
    }

    private void weigh(int node, int other) {
        Agreement between = agreements[Math.max(node, other)][Math.min(node, other)];
        double weighed = between == null ? FORBIDDEN : between.weight(sizes[node], sizes[other]);
        weight[node][other] = weighed;
        weight[other][node] = weighed;
    }

    private int best() {
        int best = -1;
        for (int node = 0; node < sizes.length; node++) {
            if (!gone[node] && (best < 0 || weight[node][nearest[node]] > weight[best][nearest[best]])) {
                best = node;
            }
        }
        return best;
    }

    private void join(int kept, int other) {
        gone[other] = true;
        sizes[kept] += sizes[other];
        for (int node = 0; node < sizes.length; node++) {
            weight[node][other] = FORBIDDEN;
            weight[other][node] = FORBIDDEN;
            if (!gone[node] && node != kept) {
                Agreement ofKept = agreements[Math.max(node, kept)][Math.min(node, kept)];
                Agreement ofOther = agreements[Math.max(node, other)][Math.min(node, other)];
                if (ofKept != null && ofOther != null) {
                    ofKept.add(ofOther);
                } else {
                    agreements[Math.max(node, kept)][Math.min(node, kept)] = null;
                }
                weigh(node, kept);
            }
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
            } else if (weight[node][kept] > weight[node][nearest[node]]) {
                nearest[node] = kept;
            }
        }
    }

    private int nearestOf(int node) {
        int found = node == 0 && sizes.length > 1 ? 1 : 0;
        for (int other = 0; other < sizes.length; other++) {
            if (other != node && weight[node][other] > weight[node][found]) {
                found = other;
            }
        }
        return found;
    }
}
