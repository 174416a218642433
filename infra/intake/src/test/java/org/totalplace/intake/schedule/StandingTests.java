package org.totalplace.intake.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.intake.reading.Period;
import org.totalplace.intake.schedule.Covered.Published;
import org.totalplace.intake.schedule.Standing.State;

class StandingTests {

    private static final LocalDate REGISTERED = LocalDate.of(2023, 1, 10);

    private static Covered covering(String... periods) {
        return Covered.by(
                Arrays.stream(periods)
                        .map(period -> new Published(Period.parse(period), Instant.EPOCH))
                        .toList(),
                Schedule.parse("monthly"));
    }

    private static Standing standing(String schedule, String now, String... covered) {
        return Standing.of(Schedule.parse(schedule), covering(covered), REGISTERED, Instant.parse(now));
    }

    private static List<String> missing(Standing standing) {
        return standing.missing().stream().map(Period::toString).toList();
    }

    @Nested
    class WhenEverythingCame {

        @Test
        void the_running_period_is_what_is_due_next() {
            Standing standing = standing("monthly+14", "2024-02-10T12:00:00Z", "2023-11/2024-01");

            assertThat(standing.state()).isEqualTo(State.ON_TIME);
            assertThat(standing.due()).isEqualTo("2024-03-14");
            assertThat(standing.missing()).isEmpty();
        }

        @Test
        void what_came_early_is_not_due_again() {
            assertThat(standing("monthly+14", "2024-02-10T12:00:00Z", "2024-01", "2024-02")
                            .due())
                    .isEqualTo("2024-04-14");
        }
    }

    @Nested
    class WhenAPeriodHasEnded {

        @Test
        void it_is_due_until_its_last_day_has_passed() {
            assertThat(standing("monthly+14", "2024-01-01T00:00:00Z", "2023-11").state())
                    .isEqualTo(State.DUE);
            Standing last = standing("monthly+14", "2024-01-14T23:59:59Z", "2023-11");
            assertThat(last.state()).isEqualTo(State.DUE);
            assertThat(last.due()).isEqualTo("2024-01-14");
        }

        @Test
        void it_is_late_from_then_on_and_named() {
            Standing standing = standing("monthly+14", "2024-01-15T00:00:00Z", "2023-11");

            assertThat(standing.state()).isEqualTo(State.LATE);
            assertThat(missing(standing)).containsExactly("2023-12");
            assertThat(standing.due()).isEqualTo("2024-02-14");
        }

        @Test
        void days_begin_at_british_midnight_in_summer() {
            assertThat(standing("monthly+14", "2024-07-14T22:59:59Z", "2024-05").state())
                    .isEqualTo(State.DUE);
            assertThat(standing("monthly+14", "2024-07-14T23:00:00Z", "2024-05").state())
                    .isEqualTo(State.LATE);
            assertThat(standing("daily+0", "2024-03-31T00:30:00Z", "2024-03-30").state())
                    .isEqualTo(State.ON_TIME);
            assertThat(standing("daily+0", "2024-10-27T23:30:00Z", "2024-10-25/2024-10-26")
                            .state())
                    .isEqualTo(State.ON_TIME);
            assertThat(standing("daily+0", "2024-10-28T00:00:00Z", "2024-10-25/2024-10-26")
                            .state())
                    .isEqualTo(State.LATE);
        }

        @Test
        void a_leap_february_is_owed_with_its_last_day() {
            assertThat(missing(standing("monthly+0", "2024-03-10T00:00:00Z", "2024-01", "2024-02-01/2024-02-28")))
                    .containsExactly("2024-02");
            assertThat(missing(standing("monthly+0", "2023-03-10T00:00:00Z", "2023-01", "2023-02-01/2023-02-28")))
                    .isEmpty();
        }
    }

    @Nested
    class AQuarter {

        @Test
        void is_covered_by_its_months_together() {
            assertThat(standing("quarterly", "2024-04-10T00:00:00Z", "2023-10/2023-12", "2024-01", "2024-03", "2024-02")
                            .state())
                    .isEqualTo(State.ON_TIME);
            assertThat(standing("quarterly", "2024-04-10T00:00:00Z", "2023-10/2023-12", "2024-01", "2024-03")
                            .state())
                    .isEqualTo(State.DUE);
        }

        @Test
        void is_owed_only_if_the_feed_began_with_it() {
            assertThat(standing("quarterly+0", "2024-06-10T00:00:00Z", "2024-02/2024-03")
                            .state())
                    .isEqualTo(State.ON_TIME);
        }
    }

    @Nested
    class AGap {

        @Test
        void stays_missing_however_much_came_later() {
            Standing standing = standing("monthly", "2024-06-01T12:00:00Z", "2023-12", "2024-02/2024-05");

            assertThat(standing.state()).isEqualTo(State.LATE);
            assertThat(missing(standing)).containsExactly("2024-01");
        }

        @Test
        void before_the_first_delivery_is_no_gap() {
            assertThat(standing("monthly", "2024-06-01T12:00:00Z", "2024-05").state())
                    .isEqualTo(State.ON_TIME);
        }
    }

    @Nested
    class WhenNothingEverCame {

        @Test
        void what_is_due_first_is_what_was_not_late_at_registration() {
            Standing standing = standing("monthly+14", "2023-01-12T00:00:00Z");

            assertThat(standing.state()).isEqualTo(State.NEVER);
            assertThat(standing.due()).isEqualTo("2023-01-14");
        }

        @Test
        void missing_periods_gather() {
            assertThat(missing(standing("monthly+0", "2023-03-31T12:00:00Z"))).containsExactly("2023-01", "2023-02");
        }
    }

    @Nested
    class RecordsWithoutAPeriod {

        @Test
        void count_for_the_period_that_had_ended_when_they_came() {
            Schedule monthly = Schedule.parse("monthly");
            Covered covered = Covered.by(
                    List.of(
                            new Published(null, Instant.parse("2024-01-31T23:59:59Z")),
                            new Published(null, Instant.parse("2024-03-31T23:30:00Z"))),
                    monthly);

            assertThat(covered.spans()).containsExactly(Period.parse("2023-12"), Period.parse("2024-03"));
        }
    }

    @Nested
    class WithoutASchedule {

        @Test
        void nothing_is_due() {
            Standing standing =
                    Standing.of(null, covering("2024-01"), REGISTERED, Instant.parse("2030-01-01T00:00:00Z"));

            assertThat(standing.state()).isEqualTo(State.UNSCHEDULED);
            assertThat(standing.due()).isNull();
        }
    }

    @Nested
    class TheNextLook {

        private Instant next(String schedule, String now, String... covered) {
            return standing(schedule, now, covered).nextLook(Schedule.parse(schedule), Instant.parse(now));
        }

        @Test
        void is_tomorrow_while_something_is_awaited() {
            assertThat(next("monthly", "2024-06-10T12:00:00Z", "2024-04")).isEqualTo("2024-06-10T23:00:00Z");
        }

        @Test
        void is_the_end_of_the_period_otherwise_or_a_week_from_now() {
            assertThat(next("monthly", "2024-06-28T12:00:00Z", "2024-05")).isEqualTo("2024-06-30T23:00:00Z");
            assertThat(next("monthly", "2024-12-10T12:00:00Z", "2024-11")).isEqualTo("2024-12-17T00:00:00Z");
        }

        @Test
        void is_soon_where_the_schedule_says_hours() {
            assertThat(next("PT6H", "2024-06-28T12:00:00Z")).isEqualTo("2024-06-28T18:00:00Z");
        }
    }
}
