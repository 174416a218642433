package org.totalplace.outcomes.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.outcomes.measure.Polarity.HIGHER;
import static org.totalplace.outcomes.measure.Polarity.LOWER;
import static org.totalplace.outcomes.measure.Status.BETTER;
import static org.totalplace.outcomes.measure.Status.SAME;
import static org.totalplace.outcomes.measure.Status.UNKNOWN;
import static org.totalplace.outcomes.measure.Status.WORSE;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StatusTests {

    private static final LocalDate DAY = LocalDate.parse("2024-05-01");

    @Nested
    class OfOneMeasure {

        private final Rule any = Rule.anyChange();

        @Test
        void is_unknown_after_one_observation() {
            assertThat(of(HIGHER, any, 1, 5_000, 5_000)).isEqualTo(UNKNOWN);
        }

        @Test
        void follows_the_direction_that_is_better() {
            assertThat(of(HIGHER, any, 2, 5_000, 6_000)).isEqualTo(BETTER);
            assertThat(of(LOWER, any, 2, 5_000, 6_000)).isEqualTo(WORSE);
            assertThat(of(LOWER, any, 2, 6_000, 5_000)).isEqualTo(BETTER);
        }

        @Test
        void is_the_same_when_the_change_is_smaller_than_the_smallest_that_counts() {
            Rule rule = new Rule(Rule.Kind.CHANGE, 1_000, List.of(), 0, 0);

            assertThat(of(HIGHER, rule, 2, 5_000, 5_999)).isEqualTo(SAME);
            assertThat(of(HIGHER, rule, 2, 5_000, 6_000)).isEqualTo(BETTER);
        }

        @Test
        void changes_with_the_band_where_the_rule_says_so() {
            List<Rule.Band> bands = List.of(new Rule.Band("low", 0), new Rule.Band("medium", 5_000));
            Rule rule = new Rule(Rule.Kind.BAND, 0, bands, 0, 0);

            assertThat(of(HIGHER, rule, 2, 1_000, 4_999)).isEqualTo(SAME);
            assertThat(of(HIGHER, rule, 2, 4_999, 5_000)).isEqualTo(BETTER);
            assertThat(of(LOWER, rule, 2, 4_999, 5_000)).isEqualTo(WORSE);
        }

        @Test
        void is_unknown_before_the_minimum_gap_has_passed() {
            Rule rule = new Rule(Rule.Kind.CHANGE, 0, List.of(), 28, 0);

            assertThat(Status.of(HIGHER, rule, 2, new Status.At(DAY, 1), new Status.At(DAY.plusDays(27), 9)))
                    .isEqualTo(UNKNOWN);
            assertThat(Status.of(HIGHER, rule, 2, new Status.At(DAY, 1), new Status.At(DAY.plusDays(28), 9)))
                    .isEqualTo(BETTER);
        }

        private Status of(Polarity polarity, Rule rule, int observations, long baseline, long latest) {
            return Status.of(
                    polarity,
                    rule,
                    observations,
                    new Status.At(DAY, baseline),
                    new Status.At(DAY.plusDays(90), latest));
        }
    }

    @Nested
    class OfADomain {

        @Test
        void is_unknown_without_a_known_measure() {
            assertThat(Status.ofDomain(List.of())).isEqualTo(UNKNOWN);
            assertThat(Status.ofDomain(List.of(UNKNOWN, UNKNOWN))).isEqualTo(UNKNOWN);
        }

        @Test
        void is_what_more_of_its_measures_are() {
            assertThat(Status.ofDomain(List.of(BETTER, BETTER, WORSE))).isEqualTo(BETTER);
            assertThat(Status.ofDomain(List.of(WORSE, UNKNOWN, SAME))).isEqualTo(WORSE);
            assertThat(Status.ofDomain(List.of(BETTER, WORSE))).isEqualTo(SAME);
        }
    }
}
