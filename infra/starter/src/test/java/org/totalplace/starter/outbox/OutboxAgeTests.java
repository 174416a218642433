package org.totalplace.starter.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

class OutboxAgeTests {

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    private final OutboxAge age = new OutboxAge(mock(DatabaseClient.class), () -> now);

    private double after(int seconds, long oldest) {
        now = now.plusSeconds(seconds);
        return age.seen(oldest);
    }

    @Test
    void an_event_that_stays_the_oldest_grows_old() {
        assertThat(after(0, 7)).isZero();
        assertThat(after(15, 7)).isEqualTo(15);
        assertThat(after(15, 7)).isEqualTo(30);
    }

    @Test
    void a_queue_that_moves_is_young_and_an_empty_one_has_no_age() {
        after(0, 7);

        assertThat(after(15, 900)).isZero();
        assertThat(after(15, 0)).isZero();
        assertThat(after(15, 0)).isZero();
        assertThat(after(15, 900)).isZero();
    }
}
