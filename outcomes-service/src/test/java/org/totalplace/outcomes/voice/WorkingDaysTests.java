package org.totalplace.outcomes.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTests {

    private static final WorkingDays USUAL = new WorkingDays(Set.of());

    /** As printed by the government for England and Wales, weekends aside. */
    private static final List<String> HOLIDAYS = List.of(
            "2024-01-01",
            "2024-03-29",
            "2024-04-01",
            "2024-05-06",
            "2024-05-27",
            "2024-08-26",
            "2024-12-25",
            "2024-12-26",
            "2025-01-01",
            "2025-04-18",
            "2025-04-21",
            "2025-05-05",
            "2025-05-26",
            "2025-08-25",
            "2025-12-25",
            "2025-12-26",
            "2026-01-01",
            "2026-04-03",
            "2026-04-06",
            "2026-05-04",
            "2026-05-25",
            "2026-08-31",
            "2026-12-25",
            "2026-12-28",
            "2027-01-01",
            "2027-03-26",
            "2027-03-29",
            "2027-05-03",
            "2027-05-31",
            "2027-08-30",
            "2027-12-27",
            "2027-12-28",
            "2028-01-03");

    @Test
    void are_weekdays_but_for_the_bank_holidays_and_no_others() {
        List<String> closed = LocalDate.parse("2024-01-01")
                .datesUntil(LocalDate.parse("2028-01-10"))
                .filter(day -> day.getDayOfWeek().getValue() < 6 && !USUAL.isOne(day))
                .map(LocalDate::toString)
                .toList();

        assertThat(closed).isEqualTo(HOLIDAYS);
    }

    @ParameterizedTest
    @CsvSource({"2022, 2022-12-26 2022-12-27", "2021, 2021-12-27 2021-12-28", "2020, 2020-12-25 2020-12-28"})
    void move_when_christmas_is_at_a_weekend(int year, String days) {
        List<String> closed = LocalDate.of(year, 12, 20)
                .datesUntil(LocalDate.of(year, 12, 31))
                .filter(day -> day.getDayOfWeek().getValue() < 6 && !USUAL.isOne(day))
                .map(LocalDate::toString)
                .toList();

        assertThat(String.join(" ", closed)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"1961, 1961-04-02", "2000, 2000-04-23", "2038, 2038-04-25", "2285, 2285-03-22"})
    void know_when_easter_is(int year, LocalDate easter) {
        assertThat(WorkingDays.easter(year)).isEqualTo(easter);
    }

    @Test
    void are_counted_from_the_day_after() {
        assertThat(USUAL.after(LocalDate.parse("2025-04-16"), 1)).isEqualTo("2025-04-17");
        assertThat(USUAL.after(LocalDate.parse("2025-04-17"), 1)).isEqualTo("2025-04-22");
        assertThat(USUAL.after(LocalDate.parse("2025-04-19"), 20)).isEqualTo("2025-05-20");
    }

    @Test
    void are_fewer_where_the_place_has_days_of_its_own() {
        WorkingDays ours = new WorkingDays(Set.of(LocalDate.parse("2025-04-17")));

        assertThat(ours.after(LocalDate.parse("2025-04-16"), 1)).isEqualTo("2025-04-22");
    }
}
