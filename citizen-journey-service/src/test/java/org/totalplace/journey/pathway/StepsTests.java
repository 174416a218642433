package org.totalplace.journey.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.journey.pathway.PathwayFixtures.era;
import static org.totalplace.journey.pathway.PathwayFixtures.touch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepsTests {

    @Test
    void eras_one_after_the_other_are_steps_in_their_order() {
        assertThat(Steps.of(List.of(era("assess", "trust", 0, 5), era("support", "county", 9, 20)), 7))
                .containsExactly("assess@trust", "support@county");
    }

    @Test
    void an_overlap_of_seven_days_is_a_combination_while_it_lasts() {
        assertThat(Steps.of(List.of(era("support", "county", 0, 20), era("support", "trust", 14, 40)), 7))
                .containsExactly("support@county", "support@county + support@trust", "support@trust");
    }

    @Test
    void an_overlap_of_six_days_is_none() {
        assertThat(Steps.of(List.of(era("support", "county", 0, 20), era("support", "trust", 15, 40)), 7))
                .containsExactly("support@county", "support@trust");
    }

    @Test
    void a_single_day_elsewhere_stands_once_and_does_not_cut_what_goes_on_around_it() {
        assertThat(Steps.of(List.of(era("support", "county", 0, 100), era("assess", "trust", 10, 10)), 7))
                .containsExactly("support@county", "assess@trust");
    }

    @Test
    void three_at_once_are_one_combination_named_in_one_order_only() {
        List<Era> eras = List.of(era("c", "x", 0, 30), era("a", "x", 0, 30), era("b", "x", 0, 30));

        assertThat(Steps.of(eras, 7)).containsExactly("a@x + b@x + c@x");
    }

    @Test
    void an_overlap_of_one_day_is_a_combination_where_the_method_says_so() {
        assertThat(Steps.of(List.of(era("support", "county", 0, 10), era("support", "trust", 10, 10)), 1))
                .containsExactly("support@county", "support@county + support@trust");
    }

    @Test
    void whatever_the_eras_every_one_of_them_is_told_and_nothing_else() {
        Random random = new Random(20_250_401);
        for (int round = 0; round < 500; round++) {
            List<Era> eras = eras(random);
            int overlap = 1 + random.nextInt(20);

            List<String> steps = Steps.of(eras, overlap);

            Set<String> told = new HashSet<>();
            steps.forEach(step -> told.addAll(List.of(step.split(" \\+ "))));
            assertThat(told)
                    .as("round %d of %s", round, eras)
                    .containsExactlyInAnyOrderElementsOf(
                            eras.stream().map(Era::step).distinct().toList());
        }
    }

    @Test
    void the_order_in_which_eras_of_one_day_are_given_changes_nothing() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Era> eras = eras(random);
            List<Era> other = new ArrayList<>(eras);
            Collections.shuffle(other, random);
            other.sort(Comparator.comparing(Era::start));

            assertThat(Steps.of(other, 7)).as("round %d", round).isEqualTo(Steps.of(eras, 7));
        }
    }

    @Test
    void eras_hold_every_touch_and_those_of_a_step_lie_a_gap_apart() {
        Random random = new Random(99);
        for (int round = 0; round < 300; round++) {
            List<Touch> touches = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(8); i++) {
                int from = random.nextInt(200);
                touches.add(touch(
                        random.nextBoolean() ? "assess" : "support",
                        random.nextBoolean() ? "trust" : "county",
                        from,
                        from + random.nextInt(15)));
            }
            touches.sort(Comparator.comparing(Touch::start));
            int gap = 1 + random.nextInt(60);

            List<Era> eras = Era.of(touches, gap);

            assertThat(touches)
                    .allSatisfy(touch -> assertThat(eras)
                            .anyMatch(era -> era.step().equals(touch.stage() + "@" + touch.agency())
                                    && era.covers(touch.start())
                                    && era.covers(touch.end())));
            for (Era one : eras) {
                assertThat(eras.stream()
                                .filter(other -> other != one && other.step().equals(one.step()))
                                .filter(other -> !other.start().isBefore(one.start())))
                        .allMatch(other -> !other.start().isBefore(one.end().plusDays(gap)));
            }
        }
    }

    private static List<Era> eras(Random random) {
        List<Era> eras = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            int from = random.nextInt(100);
            eras.add(era("s" + i, random.nextBoolean() ? "trust" : "county", from, from + random.nextInt(60)));
        }
        eras.sort(Comparator.comparing(Era::start));
        return eras;
    }
}
