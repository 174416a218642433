package org.totalplace.journey.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.journey.person.PersonFixtures.group;
import static org.totalplace.journey.person.PersonFixtures.known;
import static org.totalplace.journey.person.PersonFixtures.subject;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LateSubjectsTests {

    @Test
    void without_late_subjects_the_engine_is_right() {
        var groups = List.of(group("a1", "b1"), group("c1"));

        assertThat(LateSubjects.kept(Set.of(), groups, known())).isEqualTo(groups);
    }

    @Test
    void a_late_subject_stays_with_those_whom_it_is_with() {
        var groups = LateSubjects.kept(
                Set.of(subject("c1")), List.of(group("a1", "b1"), group("c1")), known(group("a1", "c1"), group("b1")));

        assertThat(groups).containsExactly(group("a1", "b1", "c1"));
    }

    @Test
    void when_those_part_it_stays_with_most_of_them() {
        var groups = LateSubjects.kept(
                Set.of(subject("d1")),
                List.of(group("a1"), group("b1", "c1"), group("d1")),
                known(group("a1", "b1", "c1", "d1")));

        assertThat(groups).containsExactlyInAnyOrder(group("a1"), group("b1", "c1", "d1"));
    }

    @Test
    void late_subjects_that_are_a_person_alone_stay_together() {
        var groups = LateSubjects.kept(
                Set.of(subject("a1"), subject("b1")),
                List.of(group("a1", "c1"), group("b1")),
                known(group("a1", "b1"), group("c1")));

        assertThat(groups).containsExactlyInAnyOrder(group("a1", "b1"), group("c1"));
    }

    @Test
    void one_that_is_nobodys_yet_is_left_out() {
        var groups = LateSubjects.kept(Set.of(subject("b1")), List.of(group("a1", "b1")), known(group("a1")));

        assertThat(groups).containsExactly(group("a1"));
    }
}
