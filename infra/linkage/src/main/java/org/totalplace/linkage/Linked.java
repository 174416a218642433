package org.totalplace.linkage;

import java.util.List;

/**
 * What linking found: every record in exactly one cluster, clusters in the order of their first id, and the links that
 * carry or contest them in the order of their ids.
 */
public record Linked(List<Cluster> clusters, List<ScoredLink> links, Effort effort) {

    public Linked {
        clusters = List.copyOf(clusters);
        links = List.copyOf(links);
    }

    /**
     * How much work was done.
     *
     * @param comparedPairs pairs that at least one blocking rule proposed
     * @param skippedBlocks blocks left out because they were too large, over all rules
     * @param skippedPairs pairs inside those blocks, before other rules proposed some of them
     */
    public record Effort(long comparedPairs, long skippedBlocks, long skippedPairs) {}
}
