package org.totalplace.starter.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.totalplace.starter.problem.Problem;

class AsOfTests {

    private static final Instant NOW = Instant.parse("2025-06-01T12:00:00.123456789Z");

    @Test
    void is_now_to_the_microsecond_if_nothing_is_said() {
        assertThat(AsOf.read(null, NOW)).isEqualTo(Instant.parse("2025-06-01T12:00:00.123456Z"));
    }

    @Test
    void reads_a_time_with_its_zone() {
        assertThat(AsOf.read("2025-04-30T17:00:00+01:00", NOW)).isEqualTo(Instant.parse("2025-04-30T16:00:00Z"));
    }

    @Test
    void takes_a_day_to_its_end_in_the_united_kingdom() {
        assertThat(AsOf.read("2025-04-30", NOW)).isEqualTo(Instant.parse("2025-04-30T22:59:59.999999Z"));
    }

    @Test
    void refuses_what_lies_ahead() {
        assertThatThrownBy(() -> AsOf.read("2025-06-02T00:00:00Z", NOW))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("lies ahead");
    }

    @Test
    void refuses_what_is_no_time_and_says_what_is() {
        assertThatThrownBy(() -> AsOf.read("yesterday", NOW))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("2025-04-30T17:00:00Z, not 'yesterday'");
    }
}
