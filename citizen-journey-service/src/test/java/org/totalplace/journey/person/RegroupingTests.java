package org.totalplace.journey.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.totalplace.journey.person.PersonFixtures.agencies;
import static org.totalplace.journey.person.PersonFixtures.group;
import static org.totalplace.journey.person.PersonFixtures.known;
import static org.totalplace.journey.person.PersonFixtures.person;
import static org.totalplace.journey.person.PersonFixtures.subject;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegroupingTests {

    private static final Set<org.totalplace.value.SubjectKey> NO_DOUBT = Set.of();

    private static Regrouping regrouped(KnownPersons known, Group... groups) {
        return Regrouping.of(List.of(groups), known, agencies(List.of(groups)), NO_DOUBT);
    }

    @Test
    void nothing_changes_when_the_groups_are_the_persons() {
        var regrouping = regrouped(known(group("a1", "b1"), group("c1")), group("a1", "b1"), group("c1"));

        assertThat(regrouping.changed()).isEmpty();
        assertThat(regrouping.founded()).isEmpty();
        assertThat(regrouping.gone()).isEmpty();
        assertThat(regrouping.touched()).isEmpty();
    }

    @Test
    void a_new_subject_founds_a_person_with_version_one() {
        var regrouping = regrouped(known(), group("a1"));

        assertThat(regrouping.changed()).singleElement().satisfies(member -> {
            assertThat(member.subject()).isEqualTo(subject("a1"));
            assertThat(member.version()).isEqualTo(1);
            assertThat(regrouping.founded()).containsExactly(member.person());
            assertThat(regrouping.touched()).containsExactly(member.person());
        });
    }

    @Test
    void a_join_moves_the_younger_persons_subjects_and_touches_both() {
        var regrouping = regrouped(known(group("a1"), group("b1", "c1")), group("a1", "b1", "c1"));

        assertThat(regrouping.changed())
                .extracting(Membership::subject, Membership::person, Membership::version)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(subject("b1"), person(1), 2L),
                        org.assertj.core.groups.Tuple.tuple(subject("c1"), person(1), 2L));
        assertThat(regrouping.gone()).containsExactly(person(2));
        assertThat(regrouping.touched()).containsExactly(person(1), person(2));
        assertThat(regrouping.joined()).containsExactly(Map.entry(person(2), subject("b1")));
    }

    @Test
    void a_person_that_falls_apart_leads_to_whoever_took_the_most_of_it_in() {
        var regrouping = regrouped(
                known(group("a1", "a2"), group("b1", "b2", "b3", "c1"), group("c2", "c3", "c4")),
                group("a1", "a2", "c1"),
                group("b1", "c2", "c3", "c4"),
                group("b2", "b3"));

        assertThat(regrouping.gone()).isEmpty();
        assertThat(regrouping.joined()).isEmpty();

        var dissolved = regrouped(
                known(group("a1", "a2"), group("c2", "c3", "c4"), group("b1", "b2", "b3")),
                group("a1", "a2", "b1"),
                group("b2", "b3", "c2", "c3", "c4"));

        assertThat(dissolved.joined()).containsExactly(Map.entry(person(3), subject("b2")));
    }

    @Test
    void a_split_touches_the_person_that_lost_and_the_one_that_came_to_be() {
        var regrouping = regrouped(known(group("a1", "b1")), group("a1"), group("b1"));

        assertThat(regrouping.founded()).hasSize(1);
        assertThat(regrouping.touched())
                .containsExactlyInAnyOrder(person(1), regrouping.founded().getFirst());
        assertThat(regrouping.changed()).extracting(Membership::subject).containsExactly(subject("b1"));
    }

    @Test
    void a_new_doubt_is_a_change_of_the_subject_but_not_of_the_person() {
        var regrouping = Regrouping.of(
                List.of(group("a1"), group("b1")), known(group("a1"), group("b1")), Map.of(), Set.of(subject("a1")));

        assertThat(regrouping.changed()).singleElement().satisfies(member -> {
            assertThat(member.needsAttention()).isTrue();
            assertThat(member.version()).isEqualTo(2);
        });
        assertThat(regrouping.touched()).isEmpty();
    }

    @Test
    void a_new_subject_of_an_untold_agency_is_a_bug() {
        assertThatThrownBy(() -> Regrouping.of(List.of(group("a1")), known(), Map.of(), NO_DOUBT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("agency");
    }
}
