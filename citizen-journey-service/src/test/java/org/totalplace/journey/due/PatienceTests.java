package org.totalplace.journey.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PatienceTests {

    private final Patience patience = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(6));

    private boolean isOver(long latest, long millis) {
        return patience.isOver(latest, Instant.ofEpochMilli(millis));
    }

    @Test
    void an_empty_queue_is_not_worked_off() {
        assertThat(isOver(0, 0)).isFalse();
        assertThat(isOver(0, 5_000)).isFalse();
    }

    @Test
    void work_begins_when_nothing_came_since_the_last_look() {
        assertThat(isOver(7, 0)).isFalse();
        assertThat(isOver(8, 100)).isFalse();
        assertThat(isOver(8, 200)).isTrue();
    }

    @Test
    void a_queue_that_grows_on_and_on_is_worked_off_at_the_limit() {
        assertThat(isOver(1, 0)).isFalse();
        assertThat(isOver(2, 1_000)).isFalse();
        assertThat(isOver(3, 2_000)).isTrue();
        assertThat(isOver(4, 2_100)).isFalse();
    }

    @Test
    void a_flood_is_waited_for_longer() {
        assertThat(isOver(1, 0)).isFalse();
        assertThat(isOver(20_000, 2_000)).isFalse();
        assertThat(isOver(40_000, 6_000)).isTrue();
    }
}
