package org.totalplace.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.totalplace.linkage.model.LinkageModel;
import org.totalplace.linkage.model.Thresholds;

/** How well the engine links labelled sets that it was not made from. */
class LabelledSetsTests {

    private static final long SEED = 42;

    @Test
    void two_sources_of_five_thousand_people_are_linked() {
        Measures measures = link("febrl4", LabelledSets.febrl("febrl4a", "febrl4b"), Duplicates.none());

        assertThat(measures.pairwise().f1()).isGreaterThanOrEqualTo(0.9965);
        assertThat(measures.pairwise().precision()).isEqualTo(1);
    }

    @Test
    void one_source_is_freed_of_duplicates() {
        Measures measures = link("febrl1", LabelledSets.febrl("febrl1"), Duplicates.heldBy("febrl1"));

        assertThat(measures.pairwise().f1()).isGreaterThanOrEqualTo(0.989);
    }

    @Test
    void many_records_a_person_with_many_errors_are_linked() {
        Measures measures = link("splink_fake_1000", LabelledSets.splinkFake(), Duplicates.heldBy("fake"));

        assertThat(measures.pairwise().f1()).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void children_known_to_two_agencies_are_linked_without_their_twins() {
        for (double join : new double[] {0.5, 0.9}) {
            Measures measures = link("family_context", LabelledSets.families(), Duplicates.none(), join);

            assertThat(measures.pairwise().precision()).isEqualTo(1);
            assertThat(measures.pairwise().recall()).isEqualTo(1);
        }
    }

    private static Measures link(String name, LabelledSets.Labelled labelled, Duplicates duplicates) {
        return link(name, labelled, duplicates, 0.9);
    }

    private static Measures link(String name, LabelledSets.Labelled labelled, Duplicates duplicates, double join) {
        long before = System.nanoTime();
        LinkageModel start = LinkageModel.initial().with(new Thresholds(join, join / 2, 0.05));
        LinkageModel model = Training.train(labelled.records(), start, SEED, duplicates);
        long trained = System.nanoTime();
        Linked linked = Linkage.link(labelled.records(), model, Decisions.none(), duplicates);
        long done = System.nanoTime();
        Measures measures = Measures.of(linked.clusters(), labelled.truth());
        System.out.printf(
                Locale.ROOT,
                "%s: %d records, pairs P %.4f R %.4f F1 %.4f, B-cubed P %.4f R %.4f F1 %.4f, %d attention,"
                        + " training %d ms, linking %d ms, %s%n",
                name,
                labelled.records().size(),
                measures.pairwise().precision(),
                measures.pairwise().recall(),
                measures.pairwise().f1(),
                measures.bCubed().precision(),
                measures.bCubed().recall(),
                measures.bCubed().f1(),
                linked.links().stream()
                        .filter(link -> link.verdict() == Verdict.ATTENTION)
                        .count(),
                (trained - before) / 1_000_000,
                (done - trained) / 1_000_000,
                linked.effort());
        return measures;
    }
}
