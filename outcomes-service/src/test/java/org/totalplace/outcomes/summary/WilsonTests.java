package org.totalplace.outcomes.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTests {

    /**
     * The four examples of R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of
     * seven methods", Statistics in Medicine 17 (1998), method 3.
     */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void gives_the_published_intervals(long hits, long all, double low, double high) {
        Wilson interval = Wilson.of(hits, all);

        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void of_all_ends_at_one_and_mirrors_that_of_none() {
        assertThat(Wilson.of(20, 20).high()).isEqualTo(1);
        assertThat(Wilson.of(20, 20).low()).isCloseTo(1 - Wilson.of(0, 20).high(), within(1e-12));
    }

    @Test
    void needs_somebody_to_be_a_share_of() {
        assertThatThrownBy(() -> Wilson.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wilson.of(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_share_of_some_that_rounds_to_nothing_says_low_and_one_of_nobody_says_nothing() {
        assertThat(Share.of(5, 20_000).symbol()).isEqualTo("low");
        assertThat(Share.of(5, 20_000).cells().getFirst()).isEqualTo("low");
        assertThat(Share.of(0, 20_000).value()).isZero();
        assertThat(Share.of(10, 10_000).symbol()).isNull();
    }
}
