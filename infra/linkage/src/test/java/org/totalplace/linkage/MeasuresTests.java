package org.totalplace.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuresTests {

    private static final Map<String, String> TRUTH = Map.of("a", "1", "b", "1", "c", "1", "d", "2", "e", "2");

    @Test
    void clusters_equal_to_the_truth_score_one() {
        Measures measures = Measures.of(clusters(List.of("a", "b", "c"), List.of("d", "e")), TRUTH);

        assertThat(measures.pairwise().f1()).isEqualTo(1);
        assertThat(measures.bCubed().f1()).isEqualTo(1);
    }

    @Test
    void a_record_in_the_wrong_cluster_costs_precision_and_recall() {
        Measures measures = Measures.of(clusters(List.of("a", "b"), List.of("c", "d", "e")), TRUTH);

        assertThat(measures.pairwise().precision()).isCloseTo(2.0 / 4, within(1e-9));
        assertThat(measures.pairwise().recall()).isCloseTo(2.0 / 4, within(1e-9));
        assertThat(measures.bCubed().precision()).isCloseTo((2 + 1.0 / 3 + 4.0 / 3) / 5, within(1e-9));
        assertThat(measures.bCubed().recall()).isCloseTo((4.0 / 3 + 1.0 / 3 + 2) / 5, within(1e-9));
    }

    @Test
    void records_left_alone_miss_their_pairs() {
        Measures measures =
                Measures.of(clusters(List.of("a"), List.of("b"), List.of("c"), List.of("d"), List.of("e")), TRUTH);

        assertThat(measures.pairwise().precision()).isEqualTo(1);
        assertThat(measures.pairwise().recall()).isZero();
    }

    @SafeVarargs
    private static List<Cluster> clusters(List<String>... ids) {
        return List.of(ids).stream().map(Cluster::new).toList();
    }
}
