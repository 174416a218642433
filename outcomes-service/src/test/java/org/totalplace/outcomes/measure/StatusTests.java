package org.totalplace.outcomes.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.outcomes.measure.Polarity.HIGHER;
import static org.totalplace.outcomes.measure.Polarity.LOWER;
import static org.totalplace.outcomes.measure.Status.BETTER;
import static org.totalplace.outcomes.measure.Status.SAME;
import static org.totalplace.outcomes.measure.Status.UNKNOWN;
import static org.totalplace.outcomes.measure.Status.WORSE;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StatusTests {

    @Nested
    class OfOneMeasure {

        @Test
        void is_unknown_after_one_observation() {
            assertThat(Status.of(HIGHER, 0, 1, 5_000, 5_000)).isEqualTo(UNKNOWN);
        }

        @Test
        void follows_the_direction_that_is_better() {
            assertThat(Status.of(HIGHER, 0, 2, 5_000, 6_000)).isEqualTo(BETTER);
            assertThat(Status.of(LOWER, 0, 2, 5_000, 6_000)).isEqualTo(WORSE);
            assertThat(Status.of(LOWER, 0, 2, 6_000, 5_000)).isEqualTo(BETTER);
        }

        @Test
        void is_the_same_when_the_change_is_smaller_than_the_smallest_that_counts() {
            assertThat(Status.of(HIGHER, 1_000, 2, 5_000, 5_999)).isEqualTo(SAME);
            assertThat(Status.of(HIGHER, 1_000, 2, 5_000, 6_000)).isEqualTo(BETTER);
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
