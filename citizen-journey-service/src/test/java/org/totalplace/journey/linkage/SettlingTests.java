package org.totalplace.journey.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettlingTests {

    private static final Instant NOON = Instant.parse("2025-03-31T12:00:00Z");

    private final Settling settling = new Settling(Duration.ofSeconds(2), Duration.ofSeconds(20), 10);

    @Test
    void it_is_never_time_when_nothing_is_due() {
        assertThat(settling.isTime(-1, true, NOON)).isFalse();
        assertThat(settling.isTime(-1, true, NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void it_is_time_when_nothing_new_has_come_for_a_while() {
        assertThat(settling.isTime(7, true, NOON)).isFalse();
        assertThat(settling.isTime(7, true, NOON.plusMillis(1_900))).isFalse();
        assertThat(settling.isTime(7, true, NOON.plusSeconds(2))).isTrue();
    }

    @Test
    void what_comes_meanwhile_puts_it_off() {
        settling.isTime(7, true, NOON);

        assertThat(settling.isTime(8, true, NOON.plusMillis(1_900))).isFalse();
        assertThat(settling.isTime(8, true, NOON.plusMillis(3_000))).isFalse();
        assertThat(settling.isTime(8, true, NOON.plusMillis(3_900))).isTrue();
    }

    @Test
    void but_not_for_longer_than_the_patience() {
        for (int second = 0; second < 20; second++) {
            assertThat(settling.isTime(second, true, NOON.plusSeconds(second))).isFalse();
        }

        assertThat(settling.isTime(20, true, NOON.plusSeconds(20))).isTrue();
    }

    @Test
    void after_a_run_what_comes_waits_anew() {
        settling.isTime(7, true, NOON);
        settling.done(Duration.ofMillis(50), NOON);

        assertThat(settling.isTime(8, true, NOON.plusSeconds(30))).isFalse();
    }

    @Test
    void after_a_long_run_what_is_placed_waits_ten_times_as_long() {
        settling.done(Duration.ofSeconds(60), NOON);

        assertThat(settling.isTime(7, true, NOON.plusSeconds(1))).isFalse();
        assertThat(settling.isTime(7, true, NOON.plusSeconds(599))).isFalse();
        assertThat(settling.isTime(7, true, NOON.plusSeconds(600))).isTrue();
    }

    @Test
    void but_what_the_quick_step_could_not_place_waits_for_nothing_more() {
        settling.done(Duration.ofSeconds(60), NOON);
        settling.isTime(7, false, NOON.plusSeconds(1));

        assertThat(settling.isTime(7, false, NOON.plusSeconds(3))).isTrue();
    }
}
