package org.totalplace.intake.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.totalplace.intake.reading.Period;

class ScheduleTests {

    @ParameterizedTest
    @CsvSource({
        "monthly, P1M, 30",
        "Monthly+14, P1M, 14",
        "quarterly, P3M, 30",
        "yearly+90, P1Y, 90",
        "weekly, P7D, 7",
        "daily, P1D, 1",
        "daily+0, P1D, 0",
        "P1M, P1M, 30",
        "P12M, P1Y, 30",
        "P1Y, P1Y, 30",
        "P2W, P14D, 14",
        "P28D+3, P28D, 3",
        "PT6H, PT6H, 1",
        "pt1.5s, , "
    })
    void is_read_as_agencies_write_it(String text, String iso, Integer dueDays) {
        if (iso == null) {
            assertThatThrownBy(() -> Schedule.parse(text)).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        Schedule schedule = Schedule.parse(text);

        assertThat(schedule.text()).isEqualTo(text);
        assertThat(schedule.iso()).isEqualTo(iso);
        assertThat(schedule.dueDays()).isEqualTo(dueDays);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fortnightly",
                "monthly+",
                "monthly-3",
                "monthly+400",
                "P5M",
                "P13M",
                "P0M",
                "P-1M",
                "P1M3D",
                "P",
                "PT",
                "PT1S",
                "PT25H",
                "P99999999999M",
                "0 0 * * *",
                "monthly +14",
                "P367D"
            })
    void is_refused_plainly_otherwise(String text) {
        assertThatThrownBy(() -> Schedule.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A schedule");
    }

    @ParameterizedTest
    @CsvSource({
        "monthly, 2024-02-29, 2024-02-01, 2024-02-29",
        "monthly, 2023-02-28, 2023-02-01, 2023-02-28",
        "quarterly, 2024-12-31, 2024-10-01, 2024-12-31",
        "quarterly, 2025-01-01, 2025-01-01, 2025-03-31",
        "P6M, 2025-03-31, 2024-10-01, 2025-03-31",
        "P4M, 2025-03-31, 2024-12-01, 2025-03-31",
        "yearly, 2025-03-31, 2024-04-01, 2025-03-31",
        "yearly, 2025-04-01, 2025-04-01, 2026-03-31",
        "weekly, 2025-01-01, 2024-12-30, 2025-01-05",
        "weekly, 1969-12-31, 1969-12-29, 1970-01-04",
        "P2W, 1970-01-05, 1970-01-05, 1970-01-18",
        "P2W, 1970-01-04, 1969-12-22, 1970-01-04",
        "daily, 2024-02-29, 2024-02-29, 2024-02-29"
    })
    void makes_periods(String text, LocalDate day, LocalDate from, LocalDate to) {
        assertThat(Schedule.parse(text).periodOf(day)).isEqualTo(new Period(from, to));
    }

    @Test
    void has_a_period_for_every_day_and_no_day_in_two() {
        for (String text : new String[] {"daily", "weekly", "monthly", "quarterly", "yearly", "P2M", "P17D"}) {
            Schedule schedule = Schedule.parse(text);
            Period period = schedule.periodOf(LocalDate.of(2023, 1, 1));
            for (LocalDate day = LocalDate.of(2023, 1, 1); day.getYear() < 2025; day = day.plusDays(1)) {
                if (day.isAfter(period.to())) {
                    assertThat(schedule.lastEnded(day)).isEqualTo(period);
                    period = schedule.after(period);
                    assertThat(period.from()).isEqualTo(day);
                }
                assertThat(schedule.periodOf(day)).isEqualTo(period);
            }
        }
    }

    @Test
    void is_due_days_after_the_end_of_a_period() {
        Period quarter = new Period(LocalDate.of(2023, 10, 1), LocalDate.of(2023, 12, 31));

        assertThat(Schedule.parse("quarterly").dueOf(quarter)).isEqualTo("2024-01-30");
        assertThat(Schedule.parse("quarterly+60").dueOf(quarter)).isEqualTo("2024-02-29");
    }
}
