package org.totalplace.journey.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.totalplace.journey.pathway.PathwayFixtures.APRIL;
import static org.totalplace.journey.pathway.PathwayFixtures.era;
import static org.totalplace.journey.pathway.PathwayFixtures.touch;
import static org.totalplace.journey.pathway.PathwayFixtures.way;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.journey.Expectation;
import org.totalplace.journey.journey.Stage;
import org.totalplace.journey.person.PersonsAsked;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.FinancialYear;

class PathwaysTests {

    private static final List<Stage> STAGES = List.of(
            new Stage("assess", "Assess", List.of(new Expectation("support", 14, null))),
            new Stage("support", "Support", List.of()));
    private static final Cohort ALL = new Cohort("map", new FinancialYear(2024), PersonsAsked.ANYBODY);

    private static Pathways pathways(List<Way> ways) {
        return Pathways.of(ways, STAGES, Method.DEFAULT, APRIL.plusDays(1_000));
    }

    @Test
    void nothing_is_known_of_days_after_the_year_that_is_asked_for() {
        assertThat(ALL.knownUntil(LocalDate.of(2024, 9, 1))).isEqualTo("2024-09-01");
        assertThat(ALL.knownUntil(LocalDate.of(2026, 9, 1))).isEqualTo("2025-03-31");
    }

    @Test
    void who_was_seen_late_in_the_year_has_not_dropped_out_for_a_stay_of_another_that_goes_on() {
        LocalDate known = ALL.knownUntil(LocalDate.of(2026, 1, 1));
        Way late = way(touch("assess", "county", 330, 331));
        Way longStay = way(touch("assess", "county", 10, 600));

        Pathways pathways = Pathways.of(List.of(late, longStay), STAGES, Method.DEFAULT, known);

        assertThat(pathways.observedUntil()).isEqualTo("2025-03-31");
        assertThat(pathways.dropOuts()).isEmpty();
    }

    @Test
    void gaps_under_thirty_days_join_and_longer_ones_part() {
        List<Era> eras = Era.of(
                List.of(
                        touch("support", "county", 0, 5),
                        touch("support", "county", 34, 34),
                        touch("support", "county", 64, 70)),
                30);

        assertThat(eras).containsExactly(era("support", "county", 0, 34), era("support", "county", 64, 70));
    }

    @Test
    void an_overlapping_contact_of_another_agency_does_not_cut_an_era() {
        List<Era> eras = Era.of(
                List.of(
                        touch("support", "county", 0, 20),
                        touch("support", "housing", 5, 5),
                        touch("support", "county", 22, 22)),
                30);

        assertThat(eras).extracting(Era::step).containsExactly("support@county", "support@housing");
    }

    @Test
    void a_hand_off_has_the_median_of_its_waits() {
        List<Way> ways = IntStream.of(2, 10, 4)
                .mapToObj(wait -> way(touch("assess", "trust", 0, 1), touch("support", "county", 1 + wait, 1 + wait)))
                .toList();

        assertThat(pathways(ways).handOffs()).singleElement().satisfies(waits -> {
            assertThat(waits.agencies()).isEqualTo(new Way.Pair("trust", "county"));
            assertThat(waits.median()).isEqualTo(4.0);
            assertThat(waits.persons()).hasSize(3);
        });
    }

    @Test
    void quartiles_are_waits_that_a_quarter_and_three_quarters_do_not_exceed() {
        Waits eight = new Waits(
                new Way.Pair("a", "b"),
                Set.of(),
                LongStream.of(8, 7, 6, 5, 4, 3, 2, 1).boxed().toList());

        assertThat(eight.lowerQuartile()).isEqualTo(2);
        assertThat(eight.median()).isEqualTo(4.5);
        assertThat(eight.upperQuartile()).isEqualTo(6);
        assertThat(new Waits(new Way.Pair("a", "b"), Set.of(), List.of(9L)).upperQuartile())
                .isEqualTo(9);
    }

    @Test
    void quartiles_need_eight_persons_in_each_quarter() {
        assertThat(handOff(31).quartiles()).isNull();
        assertThat(handOff(31).medianWaitDays()).isEqualTo(9);
        assertThat(handOff(32).quartiles()).isEqualTo(new PathwaysAnswer.Quartiles(9, 9));
        assertThat(handOff(7).medianWaitDays()).isNull();
        assertThat(handOff(7).symbol()).isEqualTo("c");
    }

    private static PathwaysAnswer.HandOff handOff(int persons) {
        List<Way> ways = IntStream.range(0, persons)
                .mapToObj(i -> way(touch("assess", "trust", 0, 1), touch("support", "county", 10, 10)))
                .toList();
        return PathwaysAnswer.of(ALL, Instant.EPOCH, pathways(ways)).handOffs().getFirst();
    }

    @Test
    void an_assessment_by_another_agency_within_ninety_days_is_a_repeated_one() {
        Pathways pathways = pathways(List.of(
                way(touch("assess", "trust", 0, 0), touch("assess", "county", 90, 90)),
                way(touch("assess", "trust", 0, 0), touch("assess", "county", 91, 91)),
                way(touch("assess", "trust", 0, 0), touch("assess", "trust", 9, 9))));

        assertThat(pathways.repeatedlyAssessed()).isEqualTo(1);
        assertThat(pathways.repeatedAssessments()).isEqualTo(Map.of(new Way.Pair("trust", "county"), 1L));
    }

    @Test
    void who_is_not_seen_for_more_than_ninety_days_though_more_was_to_come_has_dropped_out() {
        List<Way> ways = List.of(
                way(touch("assess", "trust", 0, 0)),
                way(touch("assess", "trust", 10, 10)),
                way(touch("support", "county", 0, 0)),
                way(touch("assess", "trust", 0, 0), touch("support", "county", 100, 100)));

        // Observed until day 100: the second was last seen exactly ninety days before.
        assertThat(pathways(ways).dropOuts()).isEqualTo(Map.of("assess", 1L));
    }

    @Test
    void where_a_map_expects_nothing_every_stage_but_the_last_leads_on() {
        List<Stage> silent = List.of(new Stage("assess", "A", List.of()), new Stage("support", "S", List.of()));
        List<Way> ways = List.of(
                way(touch("assess", "trust", 0, 0)),
                way(touch("support", "county", 0, 0)),
                way(touch("support", "county", 200, 200)));

        assertThat(Pathways.of(ways, silent, Method.DEFAULT, APRIL.plusDays(900))
                        .dropOuts())
                .isEqualTo(Map.of("assess", 1L));
    }

    @Test
    void nothing_is_known_of_days_to_come() {
        List<Way> ways = List.of(way(touch("assess", "trust", 0, 0)), way(touch("assess", "trust", 0, 500)));

        assertThat(Pathways.of(ways, STAGES, Method.DEFAULT, APRIL.plusDays(50)).observedUntil())
                .isEqualTo(APRIL.plusDays(50));
    }

    @Test
    void ways_that_few_persons_took_are_told_together() {
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ways.add(way(touch(i < 12 ? "assess" : "support", i < 16 ? "county" : "trust", 0, 0)));
        }

        PathwaysAnswer answer = PathwaysAnswer.of(ALL, Instant.EPOCH, pathways(ways));

        assertThat(answer.variants())
                .singleElement()
                .satisfies(variant -> assertThat(variant.persons().shown()).isEqualTo("10"));
        assertThat(answer.rare().shown()).isEqualTo("10");
        assertThat(answer.csv()).contains("map,2024-25,assess@county,10").contains("map,2024-25,rare,10");
    }

    @Test
    void a_variant_has_the_same_id_wherever_its_steps_are_the_same() {
        assertThat(VariantId.of(List.of("a@x", "b@y")))
                .isEqualTo(VariantId.of(List.of("a@x", "b@y")))
                .isNotEqualTo(VariantId.of(List.of("b@y", "a@x")))
                .hasSize(12);
    }

    @Test
    void the_rules_may_be_set_within_their_ranges() {
        assertThat(Method.asked(10, null, null, 5, null)).isEqualTo(new Method(10, 7, 90, 5, 20));
        assertThatThrownBy(() -> Method.asked(0, null, null, null, null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Method.asked(null, null, -1, null, null)).isInstanceOf(Problem.class);
    }

    @Test
    void of_a_long_way_the_first_steps_are_told() {
        UUID person = new UUID(0, 7);
        List<Touch> touches = IntStream.range(0, 9)
                .mapToObj(i -> touch(person, "support", "a" + i, i * 40, i * 40))
                .toList();

        assertThat(Way.of(touches, Method.asked(null, null, null, null, 3)).steps())
                .containsExactly("support@a0", "support@a1", "support@a2");
    }
}
