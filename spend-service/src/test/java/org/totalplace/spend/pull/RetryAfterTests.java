package org.totalplace.spend.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTests {

    private static final Instant NOW = Instant.parse("2025-03-30T00:30:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | PT2M",
                "0 | PT0S",
                "999999 | PT24H",
                "99999999999999999999 | PT24H",
                "Sun, 30 Mar 2025 01:30:00 GMT | PT1H",
                "Sun, 30 Mar 2025 00:00:00 GMT | PT0S",
                "Wed, 30 Apr 2025 00:00:00 GMT | PT24H"
            })
    void is_seconds_or_a_date_and_never_more_than_a_day(String header, Duration wait) {
        assertThat(RetryAfter.read(header, NOW)).isEqualTo(wait);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-5", "1.5", "2025-03-30T01:30:00Z"})
    void says_nothing_otherwise(String header) {
        assertThat(RetryAfter.read(header, NOW)).isNull();
    }

    @Test
    void is_the_least_that_is_waited() {
        Waits waits = new Waits(Duration.ofMinutes(1), new java.util.Random(1));

        assertThat(waits.after(1, Duration.ofHours(2))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void waits_double_with_chance_in_their_second_half() {
        Waits waits = new Waits(Duration.ofMinutes(1), new java.util.Random(1));

        for (int attempt = 1; attempt < 40; attempt++) {
            Duration whole = Duration.ofMinutes(1L << Math.min(attempt - 1, 9));
            Duration most = whole.compareTo(Duration.ofHours(6)) > 0 ? Duration.ofHours(6) : whole;
            assertThat(waits.after(attempt, null)).isBetween(most.dividedBy(2), most);
        }
    }

    @Test
    void the_same_seed_gives_the_same_waits() {
        Waits one = new Waits(Duration.ofMinutes(1), new java.util.Random(7));
        Waits other = new Waits(Duration.ofMinutes(1), new java.util.Random(7));

        assertThat(one.after(3, null)).isEqualTo(other.after(3, null));
    }
}
