package org.totalplace.journey.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.FinancialYear;

class PersonsAskedTests {

    private static final FinancialYear YEAR = new FinancialYear(2024);

    @Test
    void an_age_or_area_parts_those_of_whom_it_is_known() {
        PersonsAsked old = PersonsAsked.read("nm4", "85-and-over");

        assertThat(old.hold("NM4", LocalDate.of(1939, 4, 1), YEAR)).isTrue();
        assertThat(old.hold("NM4", LocalDate.of(1939, 4, 2), YEAR)).isFalse();
        assertThat(old.hold("NM4", null, YEAR)).isFalse();
        assertThat(old.hold(null, LocalDate.of(1930, 1, 1), YEAR)).isFalse();
        assertThat(AgeBand.UNDER_18.holds(LocalDate.of(2024, 12, 1), YEAR)).isTrue();
    }

    @Test
    void every_day_of_birth_is_in_one_band() {
        for (LocalDate born = LocalDate.of(1935, 1, 1);
                born.isBefore(LocalDate.of(2025, 1, 1));
                born = born.plusDays(1)) {
            LocalDate day = born;
            assertThat(Arrays.stream(AgeBand.values()).filter(band -> band.holds(day, YEAR)))
                    .hasSize(1);
        }
    }

    @Test
    void an_unreadable_area_and_an_unknown_band_are_refused() {
        assertThatThrownBy(() -> PersonsAsked.read("NM4 1AA", null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> PersonsAsked.read(null, "old")).isInstanceOf(Problem.class);
    }
}
