package org.totalplace.intake.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class RestsTests {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Rests rests = new Rests();

    @Test
    void grow_with_every_failure_up_to_a_minute_or_so() {
        rests.failed("feed", NOW);
        assertThat(rests.isOver("feed", NOW.plusMillis(499))).isFalse();
        assertThat(rests.isOver("feed", NOW.plusMillis(500))).isTrue();

        for (int i = 0; i < 100; i++) {
            rests.failed("feed", NOW);
        }

        assertThat(rests.isOver("feed", NOW.plus(Duration.ofSeconds(63)))).isFalse();
        assertThat(rests.isOver("feed", NOW.plus(Duration.ofSeconds(64)))).isTrue();
        assertThat(rests.isOver("another", NOW)).isTrue();
    }

    @Test
    void end_with_a_success() {
        rests.failed("feed", NOW);
        rests.succeeded("feed");

        assertThat(rests.isOver("feed", NOW)).isTrue();
    }

    @Test
    void are_for_what_may_pass_and_not_for_faults_of_files_or_of_ours() {
        assertThat(Rests.mayPass(new SQLException("deadlock", "40P01"))).isTrue();
        assertThat(Rests.mayPass(new IllegalStateException(new SQLException("disk full", "53100"))))
                .isTrue();
        assertThat(Rests.mayPass(new AccessDeniedException("spool"))).isTrue();
        assertThat(Rests.mayPass(new ZipException("a damaged file"))).isFalse();
        assertThat(Rests.mayPass(new SQLException("invalid", "22P02"))).isFalse();
        assertThat(Rests.mayPass(new IllegalStateException("a mistake"))).isFalse();
    }
}
