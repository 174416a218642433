package org.totalplace.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AllowancesTests {

    private static final Rate TWO_A_MINUTE = new Rate(2, Duration.ofMinutes(1));
    private static final Rate MANY = new Rate(1_000, Duration.ofMinutes(1));

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Allowances allowances = new Allowances(limits(3), () -> now);

    @Test
    void a_caller_is_told_what_is_left() {
        assertThat(allowances.take("ann", RouteGroup.PERSON)).isEqualTo(new Allowance.Granted(TWO_A_MINUTE, 1, 30));
        assertThat(allowances.take("ann", RouteGroup.PERSON)).isEqualTo(new Allowance.Granted(TWO_A_MINUTE, 0, 60));
    }

    @Test
    void who_asked_too_often_is_told_how_long_to_wait() {
        allowances.take("ann", RouteGroup.PERSON);
        allowances.take("ann", RouteGroup.PERSON);

        assertThat(allowances.take("ann", RouteGroup.PERSON)).isEqualTo(new Allowance.UsedUp(TWO_A_MINUTE, 30));
        now = now.plusSeconds(30);
        assertThat(allowances.take("ann", RouteGroup.PERSON)).isInstanceOf(Allowance.Granted.class);
    }

    @Test
    void callers_and_route_groups_are_counted_apart() {
        allowances.take("ann", RouteGroup.PERSON);
        allowances.take("ann", RouteGroup.PERSON);

        assertThat(allowances.take("bob", RouteGroup.PERSON)).isInstanceOf(Allowance.Granted.class);
        assertThat(allowances.take("ann", RouteGroup.READ)).isInstanceOf(Allowance.Granted.class);
    }

    @Test
    void a_caller_may_have_a_rate_of_their_own() {
        assertThat(allowances.take("busy", RouteGroup.PERSON)).isEqualTo(new Allowance.Granted(MANY, 999, 1));
    }

    @Nested
    class WhenThereAreMoreCallersThanAreCounted {

        @Test
        void the_next_one_is_not_counted() {
            allowances.take("ann", RouteGroup.PERSON);
            allowances.take("bob", RouteGroup.PERSON);
            allowances.take("cem", RouteGroup.PERSON);

            assertThat(allowances.take("dee", RouteGroup.PERSON)).isEqualTo(new Allowance.Uncounted());
            assertThat(allowances.take("ann", RouteGroup.PERSON)).isInstanceOf(Allowance.Granted.class);
        }

        @Test
        void those_who_rested_make_room() {
            allowances.take("ann", RouteGroup.PERSON);
            allowances.take("bob", RouteGroup.PERSON);
            allowances.take("cem", RouteGroup.PERSON);
            now = now.plus(Duration.ofMinutes(5));

            assertThat(allowances.take("dee", RouteGroup.PERSON)).isInstanceOf(Allowance.Granted.class);
        }
    }

    @Test
    void a_rate_that_lets_nobody_in_is_refused_at_the_start() {
        assertThatThrownBy(() -> new Rate(0, Duration.ofMinutes(1))).hasMessageContaining("totalplace.limits.rates");
    }

    private static Limits limits(int counted) {
        return new Limits(
                DataSize.ofMegabytes(1),
                DataSize.ofKilobytes(1),
                Map.of(
                        RouteGroup.PERSON, TWO_A_MINUTE,
                        RouteGroup.UPLOAD, MANY,
                        RouteGroup.WRITE, MANY,
                        RouteGroup.READ, MANY,
                        RouteGroup.ADDRESS, MANY,
                        RouteGroup.STRANGER, MANY,
                        RouteGroup.NEED, MANY,
                        RouteGroup.FOLLOWER, MANY),
                Map.of("busy", Map.of(RouteGroup.PERSON, MANY)),
                counted);
    }
}
