package org.totalplace.starter.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTests {

    private static final long PATIENCE_SECONDS = 10;

    @Test
    void follow_each_other_until_stopped() throws Exception {
        CountDownLatch third = new CountDownLatch(3);
        Rounds rounds = new Rounds("testing", () -> {
            third.countDown();
            return Duration.ofMillis(1);
        });

        rounds.start();

        assertThat(third.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        rounds.stop();
        assertThat(rounds.isRunning()).isFalse();
    }

    @Test
    void begin_at_once_when_woken() throws Exception {
        CountDownLatch second = new CountDownLatch(2);
        Rounds rounds = new Rounds("testing", () -> {
            second.countDown();
            return Duration.ofHours(1);
        });
        rounds.start();

        rounds.wake();

        assertThat(second.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        rounds.stop();
    }

    @Test
    void go_on_after_a_failure() throws Exception {
        AtomicInteger times = new AtomicInteger();
        CountDownLatch after = new CountDownLatch(1);
        Rounds rounds = new Rounds("testing", () -> {
            if (times.incrementAndGet() == 1) {
                throw new IllegalStateException("The first round fails");
            }
            after.countDown();
            return Duration.ofHours(1);
        });

        rounds.start();

        assertThat(after.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        rounds.stop();
    }
}
