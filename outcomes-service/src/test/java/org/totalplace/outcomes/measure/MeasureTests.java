package org.totalplace.outcomes.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MeasureTests {

    private final Measure score = new Measure(
            "ons-happy", "Happy yesterday", "…", "score 0-10", Polarity.HIGHER, Domain.SOCIAL, "ONS4", 0L, 10_000L, 0);

    @Test
    void allows_the_ends_of_its_range_and_nothing_outside() {
        assertThat(score.allows(0)).isTrue();
        assertThat(score.allows(10_000)).isTrue();
        assertThat(score.allows(10_001)).isFalse();
        assertThat(score.allows(-1)).isFalse();
    }

    @Test
    void tells_its_range_in_words() {
        assertThat(score.allowed()).isEqualTo("0 to 10");
    }

    @Test
    void reads_values_exactly_or_not_at_all() {
        assertThat(Measure.thousandths(new BigDecimal("7.125"))).isEqualTo(7_125);
        assertThatThrownBy(() -> Measure.thousandths(new BigDecimal("7.1255"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void shows_values_without_trailing_zeros_or_exponents() {
        assertThat(Measure.unit(10_000L)).hasToString("10");
        assertThat(Measure.unit(7_500L)).hasToString("7.5");
        assertThat(Measure.unit(0L)).hasToString("0");
    }
}
