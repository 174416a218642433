package org.totalplace.journey.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.journey.pathway.PathwayFixtures.APRIL;
import static org.totalplace.journey.pathway.PathwayFixtures.touch;
import static org.totalplace.journey.pathway.PathwayFixtures.way;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.journey.Expectation;
import org.totalplace.journey.journey.Stage;
import org.totalplace.journey.pathway.Conformance.Verdict;

class ConformanceTests {

    private static Verdict verdict(Way way, @Nullable String agency, int observedDays) {
        return Conformance.verdict(way, "assess", new Expectation("support", 14, agency), APRIL.plusDays(observedDays))
                .orElseThrow();
    }

    @Nested
    class WhatCameOfAnExpectation {

        @Test
        void the_last_day_allowed_is_in_time_and_the_next_is_late() {
            assertThat(verdict(way(touch("assess", "trust", 0, 3), touch("support", "county", 17, 17)), null, 300))
                    .isEqualTo(Verdict.IN_TIME);
            assertThat(verdict(way(touch("assess", "trust", 0, 3), touch("support", "county", 18, 18)), null, 300))
                    .isEqualTo(Verdict.LATE);
        }

        @Test
        void support_that_overlaps_the_assessment_is_in_time() {
            assertThat(verdict(way(touch("assess", "trust", 0, 30), touch("support", "county", 5, 5)), null, 300))
                    .isEqualTo(Verdict.IN_TIME);
        }

        @Test
        void support_before_the_assessment_and_not_again_is_out_of_order() {
            assertThat(verdict(way(touch("support", "county", 0, 3), touch("assess", "trust", 10, 10)), null, 300))
                    .isEqualTo(Verdict.OUT_OF_ORDER);
        }

        @Test
        void what_did_not_come_is_pending_until_its_time_is_over() {
            assertThat(verdict(way(touch("assess", "trust", 0, 0)), null, 14)).isEqualTo(Verdict.PENDING);
            assertThat(verdict(way(touch("assess", "trust", 0, 0)), null, 15)).isEqualTo(Verdict.NEVER);
        }

        @Test
        void the_wrong_agency_does_not_do_the_job_of_another() {
            Way way = way(touch("assess", "trust", 0, 0), touch("support", "housing", 2, 2));

            assertThat(verdict(way, "county", 300)).isEqualTo(Verdict.NEVER);
            assertThat(verdict(way, "housing", 300)).isEqualTo(Verdict.IN_TIME);
        }

        @Test
        void nothing_is_expected_of_who_never_was_in_the_stage() {
            assertThat(Conformance.verdict(
                            way(touch("support", "county", 0, 0)),
                            "assess",
                            new Expectation("support", 14, null),
                            APRIL))
                    .isEmpty();
        }
    }

    @Nested
    class WhatIsPublished {

        private static final List<Stage> STAGES = List.of(
                new Stage("assess", "Assess", List.of(new Expectation("support", 14, null))),
                new Stage("support", "Support", List.of()));

        private static List<Way> ways(int inTime, int late, int pending) {
            List<Way> ways = new ArrayList<>();
            IntStream.range(0, inTime)
                    .forEach(i -> ways.add(way(touch("assess", "trust", 0, 0), touch("support", "county", 7, 7))));
            IntStream.range(0, late)
                    .forEach(i -> ways.add(way(touch("assess", "trust", 0, 0), touch("support", "county", 70, 70))));
            IntStream.range(0, pending).forEach(i -> ways.add(way(touch("assess", "trust", 69, 69))));
            return ways;
        }

        private static ConformanceAnswer answer(int inTime, int late, int pending) {
            return ConformanceAnswer.of(
                    Pathways.of(ways(inTime, late, pending), STAGES, Method.DEFAULT, APRIL.plusDays(400))
                            .conformance());
        }

        @Test
        void fitness_is_the_share_of_what_was_decided_from_rounded_counts() {
            ConformanceAnswer answer = answer(31, 11, 9);

            assertThat(answer.fitness()).isEqualTo(75);
            assertThat(answer.expectations().getFirst().pending().shown()).isEqualTo("10");
        }

        @Test
        void few_persons_on_either_side_hide_the_fitness() {
            assertThat(answer(31, 3, 0).fitness()).isNull();
            assertThat(answer(31, 3, 0).symbol()).isEqualTo("c");
            assertThat(answer(31, 3, 0).expectations().getFirst().late().shown())
                    .isEqualTo("c");
        }

        @Test
        void where_nothing_was_decided_there_is_no_fitness() {
            assertThat(answer(0, 0, 9).symbol()).isEqualTo("z");
        }

        @Test
        void everything_in_time_is_a_hundred() {
            assertThat(answer(12, 0, 0).fitness()).isEqualTo(100);
        }
    }
}
