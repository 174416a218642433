package org.totalplace.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.totalplace.linkage.cluster.Groups;
import org.totalplace.linkage.cluster.Links;
import org.totalplace.linkage.comparison.Weigher;
import org.totalplace.linkage.model.LinkageModel;

class LoneMatesTests {

    private static final LinkageModel MODEL = LinkageModel.initial();
    private static final double JOIN = Weigher.odds(MODEL.thresholds().join());
    private static final Rulings NO_RULINGS = Rulings.of(Decisions.none(), List.of());

    private final Groups persons = new Groups(6);
    private final Links links = new Links();

    @Test
    void two_left_over_that_are_each_others_best_are_joined_from_a_little_below_the_threshold() {
        links.add(0, 1, 0, JOIN - 1);
        links.add(2, 3, 0, JOIN - 9);

        join();

        assertThat(persons.members(0)).containsExactly(0, 1);
        assertThat(persons.members(2)).containsExactly(2);
    }

    @Test
    void a_record_with_a_better_rival_is_left() {
        links.add(0, 1, 0, JOIN - 2);
        links.add(1, 2, 0, JOIN - 1);

        join();

        assertThat(persons.members(0)).containsExactly(0);
        assertThat(persons.members(1)).containsExactly(1, 2);
    }

    @Test
    void a_record_that_has_a_mate_gets_no_other() {
        persons.join(1, 4);
        links.add(0, 1, 0, JOIN - 1);

        join();

        assertThat(persons.members(0)).containsExactly(0);
    }

    @Test
    void those_who_stood_together_stay_and_no_others_are_paired_by_a_change() {
        links.add(0, 1, 0, JOIN - 1);
        links.add(2, 3, 0, JOIN - 1);
        links.add(4, 5, 0, JOIN - 9);

        new LoneMates(links, persons, NO_RULINGS, MODEL, 6).joinAgain(Map.of(1, 0, 4, 5));

        assertThat(persons.members(0)).containsExactly(0, 1);
        assertThat(persons.members(2)).containsExactly(2);
        assertThat(persons.members(4)).containsExactly(4);
    }

    private void join() {
        new LoneMates(links, persons, NO_RULINGS, MODEL, 6).join();
    }
}
