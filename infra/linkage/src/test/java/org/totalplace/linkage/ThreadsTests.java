package org.totalplace.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.totalplace.linkage.model.LinkageModel;

/** However many processors there are, what comes out is the same to the byte. */
class ThreadsTests {

    private static final long SEED = 7;

    private final People people = People.of(1_500, 0.8, 0.1, 33);

    private record Outcome(String model, List<Cluster> clusters, List<String> links) {}

    @Test
    void one_two_and_three_threads_give_the_same_model_clusters_and_links() throws Exception {
        Outcome alone = linkedBy(1);

        assertThat(alone.links()).isNotEmpty();
        assertThat(linkedBy(2)).isEqualTo(alone);
        assertThat(linkedBy(3)).isEqualTo(alone);
    }

    private Outcome linkedBy(int threads) throws InterruptedException, ExecutionException {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return pool.submit(this::linked).get();
        }
    }

    private Outcome linked() {
        PreparedRecords prepared = PreparedRecords.of(people.records, Duplicates.none());
        LinkageModel model = prepared.train(LinkageModel.initial(), SEED);
        Linked linked = prepared.link(model, Decisions.none());
        return new Outcome(
                model.toJson(),
                linked.clusters(),
                linked.links().stream()
                        .map(link -> link.idA() + link.idB() + link.weight() + link.steps() + link.verdict())
                        .toList());
    }
}
