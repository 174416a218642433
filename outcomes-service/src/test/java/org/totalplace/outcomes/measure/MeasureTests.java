package org.totalplace.outcomes.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureTests {

    private final Allowed score = new Allowed(0L, 10_000L, List.of());
    private final Allowed yesOrNo = new Allowed(0L, 1_000L, List.of(1_000L, 0L));

    @Test
    void takes_the_ends_of_its_range_and_nothing_outside() {
        assertThat(score.takes(0)).isTrue();
        assertThat(score.takes(10_000)).isTrue();
        assertThat(score.takes(10_001)).isFalse();
        assertThat(score.takes(-1)).isFalse();
    }

    @Test
    void takes_only_the_values_that_there_are() {
        assertThat(yesOrNo.takes(1_000)).isTrue();
        assertThat(yesOrNo.takes(500)).isFalse();
    }

    @Test
    void tells_its_values_in_words() {
        assertThat(score.words()).isEqualTo("0 to 10");
        assertThat(yesOrNo.words()).isEqualTo("0 or 1");
    }

    @Test
    void is_read_by_the_definition_of_the_day() {
        Measure first = measure("Asked in person", 1, Measure.EVER);
        Measure second = measure("Asked by letter", 2, LocalDate.parse("2025-04-01"));

        assertThat(Measure.on(LocalDate.parse("2025-03-31"), List.of(first, second)))
                .contains(first);
        assertThat(Measure.on(LocalDate.parse("2025-04-01"), List.of(first, second)))
                .contains(second);
        assertThat(Measure.on(LocalDate.parse("2025-03-31"), List.of(second))).isEmpty();
    }

    @Test
    void means_the_same_under_another_name_but_not_by_another_definition() {
        Measure first = measure("Asked in person", 1, Measure.EVER);

        assertThat(first.means(measure("Asked in person", 4, LocalDate.parse("2025-04-01"))))
                .isTrue();
        assertThat(first.means(measure("Asked by letter", 1, Measure.EVER))).isFalse();
    }

    private Measure measure(String definition, int series, LocalDate since) {
        return new Measure(
                "happy",
                series,
                since,
                "Name " + series,
                definition,
                "score 0-10",
                Polarity.HIGHER,
                Domain.SOCIAL,
                null,
                null,
                score,
                Rule.anyChange());
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
