package org.totalplace.journey.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.journey.person.PersonFixtures.group;
import static org.totalplace.journey.person.PersonFixtures.known;
import static org.totalplace.journey.person.PersonFixtures.subject;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuickGroupsTests {

    @Test
    void a_new_subject_goes_where_the_engine_puts_it() {
        var groups = QuickGroups.around(
                Set.of(subject("c1")), List.of(group("a1", "c1"), group("a2")), known(group("a1"), group("a2")));

        assertThat(groups).containsExactlyInAnyOrder(group("a1", "c1"), group("a2"));
    }

    @Test
    void persons_without_a_changed_subject_stay_as_they_are_whatever_the_engine_says() {
        var groups = QuickGroups.around(
                Set.of(subject("c1")),
                List.of(group("c1"), group("a1"), group("b1"), group("a2", "b3")),
                known(group("a1", "b1"), group("a2"), group("b3")));

        assertThat(groups).containsExactlyInAnyOrder(group("c1"), group("a1", "b1"), group("a2"), group("b3"));
    }

    @Test
    void what_a_changed_subject_leaves_behind_is_grouped_by_the_engine_too() {
        var groups = QuickGroups.around(
                Set.of(subject("a1")), List.of(group("a1"), group("b1"), group("c1")), known(group("a1", "b1", "c1")));

        assertThat(groups).containsExactlyInAnyOrder(group("a1"), group("b1"), group("c1"));
    }

    @Test
    void a_subject_that_is_won_leaves_the_rest_of_its_person() {
        var groups = QuickGroups.around(
                Set.of(subject("c1")), List.of(group("a1", "c1"), group("b1")), known(group("a1", "b1")));

        assertThat(groups).containsExactlyInAnyOrder(group("a1", "c1"), group("b1"));
    }

    @Test
    void persons_of_two_subjects_alone_are_told_as_pairs() {
        String one = subject("a1").value().toString();
        String other = subject("b1").value().toString();

        assertThat(QuickGroups.pairs(known(group("a1", "b1"), group("a2"), group("a3", "b3", "c3"))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(one, other, other, one));
    }
}
