package org.totalplace.journey.community.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OpeningsTests {

    @Test
    void a_weekly_schedule_opens_on_each_of_its_days() {
        assertThat(of("{'freq': 'WEEKLY', 'byday': 'TH,FR', 'opens_at': '10:00:00', 'closes_at': '18:00:00Z'}"))
                .isEqualTo("4 600-1080, 5 600-1080");
    }

    @Test
    void the_first_monday_of_a_month_counts_as_a_monday() {
        assertThat(of("{'freq': 'MONTHLY', 'byday': '1MO,-1WE', 'opens_at': '9:30'}"))
                .isEqualTo("1 570-?, 3 570-?");
    }

    @Test
    void what_goes_on_past_midnight_is_open_on_the_next_day_too() {
        assertThat(of("{'byday': 'SU', 'opens_at': '22:00', 'closes_at': '02:00'}"))
                .isEqualTo("7 1320-1440, 1 0-120");
        assertThat(of("{'byday': 'SU', 'opens_at': '22:00', 'closes_at': '24:00'}"))
                .isEqualTo("7 1320-1440");
        assertThat(of("{'byday': 'SU', 'opens_at': '00:00', 'closes_at': '24:00'}"))
                .isEqualTo("7 0-1440");
    }

    @Test
    void a_day_without_hours_is_a_day() {
        assertThat(of("{'freq': 'WEEKLY', 'dtstart': '2025-06-04'}")).isEqualTo("3 ?-?");
        assertThat(of("{'freq': 'DAILY'}").split(", ")).hasSize(7);
    }

    @Test
    void one_date_is_open_on_that_date_alone() {
        Opening once = Openings.of(new JsonMapper().readTree("{\"dtstart\": \"2025-06-04\"}"))
                .getFirst();

        assertThat(once.from()).isEqualTo(LocalDate.of(2025, 6, 4));
        assertThat(once.until()).isEqualTo(LocalDate.of(2025, 6, 4));
    }

    @Test
    void days_of_the_month_say_nothing_of_the_week() {
        assertThat(of("{'freq': 'MONTHLY', 'bymonthday': '2,3', 'dtstart': '2025-06-04'}"))
                .isEmpty();
        assertThat(of("{'byday': 'NEVER'}")).isEmpty();
    }

    private static String of(String schedule) {
        return String.join(
                ", ",
                Openings.of(new JsonMapper().readTree(schedule.replace('\'', '"'))).stream()
                        .map(open -> open.weekday() + " " + told(open.opens()) + "-" + told(open.closes()))
                        .toList());
    }

    private static String told(@org.jspecify.annotations.Nullable Integer minutes) {
        return minutes == null ? "?" : minutes.toString();
    }
}
