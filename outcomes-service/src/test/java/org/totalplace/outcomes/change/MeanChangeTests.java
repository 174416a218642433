package org.totalplace.outcomes.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MeanChangeTests {

    /** Tables of Student's t, two-sided 5 %. */
    @Test
    void the_deviate_is_that_of_printed_tables() {
        assertThat(MeanChange.deviate(7)).isCloseTo(2.365, within(0.001));
        assertThat(MeanChange.deviate(10)).isCloseTo(2.228, within(0.001));
        assertThat(MeanChange.deviate(30)).isCloseTo(2.042, within(0.001));
        assertThat(MeanChange.deviate(120)).isCloseTo(1.980, within(0.001));
    }

    /** Differences 1, 2, 3, ..., 9: mean 5, variance 60 / 8 = 7.5, half 2.306 * root(7.5 / 9) = 2.105. */
    @Test
    void the_interval_is_half_a_deviate_times_the_error_to_each_side() {
        MeanChange change = MeanChange.of(9, new BigDecimal("45000"), new BigDecimal("285000000"));

        assertThat(change.value()).isEqualByComparingTo("5.0");
        assertThat(change.low()).isEqualByComparingTo("2.9");
        assertThat(change.high()).isEqualByComparingTo("7.1");
    }

    @Test
    void where_all_change_by_the_same_the_interval_is_the_mean() {
        MeanChange change = MeanChange.of(10, new BigDecimal("-20000"), new BigDecimal("40000000"));

        assertThat(change.value()).isEqualByComparingTo("-2");
        assertThat(change.low()).isEqualByComparingTo("-2");
        assertThat(change.high()).isEqualByComparingTo("-2");
    }

    @Test
    void one_pair_has_no_interval() {
        assertThatThrownBy(() -> MeanChange.of(1, BigDecimal.ONE, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
