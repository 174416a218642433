package org.totalplace.journey.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.journey.person.PersonFixtures.group;
import static org.totalplace.journey.person.PersonFixtures.known;
import static org.totalplace.journey.person.PersonFixtures.person;
import static org.totalplace.journey.person.PersonFixtures.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.value.PersonId;
import org.totalplace.value.SubjectKey;

class StableIdsTests {

    private static Map<Group, PersonId> ids(KnownPersons known, Group... groups) {
        return StableIds.of(Arrays.asList(groups), known.members(), known.founded());
    }

    @Test
    void persons_that_did_not_change_keep_their_ids() {
        var ids = ids(known(group("a1", "b1"), group("a2")), group("a2"), group("a1", "b1"));

        assertThat(ids).containsEntry(group("a1", "b1"), person(1)).containsEntry(group("a2"), person(2));
    }

    @Test
    void a_join_keeps_the_older_id_even_of_the_smaller_person() {
        var ids = ids(known(group("a1"), group("b1", "c1")), group("a1", "b1", "c1"));

        assertThat(ids).containsExactly(Map.entry(group("a1", "b1", "c1"), person(1)));
    }

    @Nested
    class WhenAPersonSplits {

        @Test
        void the_larger_part_keeps_the_id_and_the_leaving_subjects_get_a_new_one() {
            var ids = ids(known(group("a1", "b1", "c1")), group("a1"), group("b1", "c1"));

            assertThat(ids).containsEntry(group("b1", "c1"), person(1));
            assertThat(ids.get(group("a1"))).isNotNull().isNotEqualTo(person(1));
        }

        @Test
        void of_equal_parts_the_one_with_the_first_subject_keeps_the_id() {
            var ids = ids(known(group("a1", "b1")), group("b1"), group("a1"));

            assertThat(ids).containsEntry(group("a1"), person(1));
        }

        @Test
        void a_part_that_joins_an_older_person_takes_that_ones_id() {
            var ids = ids(known(group("a1"), group("b1", "c1")), group("a1", "b1"), group("c1"));

            assertThat(ids).containsEntry(group("a1", "b1"), person(1)).containsEntry(group("c1"), person(2));
        }

        @Test
        void ids_are_not_given_again_when_the_same_subject_leaves_twice() {
            var first = ids(known(group("a1", "b1")), group("a1"), group("b1")).get(group("b1"));
            KnownPersons rejoined = known(group("a1", "b1"));
            Map<SubjectKey, Membership> later = new HashMap<>(rejoined.members());
            later.computeIfPresent(
                    subject("b1"), (b, member) -> new Membership(b, member.agency(), member.person(), 3, false));

            var second = StableIds.of(List.of(group("a1"), group("b1")), later, rejoined.founded())
                    .get(group("b1"));

            assertThat(second).isNotEqualTo(first);
        }
    }

    @Test
    void two_persons_that_swap_a_subject_keep_one_id_each() {
        var ids = ids(known(group("a1", "b1"), group("a2", "b2")), group("a1", "b2"), group("a2", "b1"));

        assertThat(ids).containsEntry(group("a1", "b2"), person(1)).containsEntry(group("a2", "b1"), person(2));
    }

    @Test
    void any_order_of_groups_gives_the_same_ids() {
        KnownPersons known = known(group("a1", "b1", "c1"), group("a2", "b2"), group("a3", "c3"), group("b4"));
        List<Group> groups = new ArrayList<>(List.of(
                group("a1", "b2"), group("b1", "a3"), group("c1"), group("a2", "c3", "b4"), group("c9"), group("a8")));
        var expected = StableIds.of(groups, known.members(), known.founded());

        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(groups, new Random(seed));
            assertThat(StableIds.of(groups, known.members(), known.founded())).isEqualTo(expected);
        }
        assertThat(expected.values()).doesNotHaveDuplicates();
    }
}
