package org.totalplace.gateway.fallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.totalplace.gateway.Backend;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class BreakersTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CircuitBreakerRegistry registry = CircuitBreakerRegistry.ofDefaults();
    private final Breakers breakers = new Breakers(registry, BulkheadRegistry.ofDefaults(), new AtOnce(2, 1, 1, 5));

    @Test
    void a_service_that_hangs_takes_so_many_calls_of_a_kind_and_no_more() {
        Disposable first = hanging(Backend.SPEND, Kind.READ);
        Disposable second = hanging(Backend.SPEND, Kind.READ);

        assertThatThrownBy(() -> ask(Backend.SPEND, Kind.READ))
                .isInstanceOfSatisfying(
                        BackendAway.class, away -> assertThat(away.code()).isEqualTo("service-busy"));
        assertThat(ask(Backend.SPEND, Kind.WRITE)).isEqualTo("answer");
        assertThat(ask(Backend.SPEND, Kind.STREAM)).isEqualTo("answer");
        assertThat(ask(Backend.OUTCOMES, Kind.READ)).isEqualTo("answer");

        first.dispose();
        assertThat(ask(Backend.SPEND, Kind.READ)).isEqualTo("answer");
        second.dispose();
    }

    @Test
    void an_answer_of_many_parts_counts_until_its_end() {
        Disposable rows = breakers.guard(
                        Backend.SPEND, Kind.WRITE, Flux.just("row").concatWith(Flux.never()))
                .subscribe();

        assertThatThrownBy(() -> ask(Backend.SPEND, Kind.WRITE)).isInstanceOf(BackendAway.class);

        rows.dispose();
        assertThat(ask(Backend.SPEND, Kind.WRITE)).isEqualTo("answer");
    }

    @Test
    void one_that_is_full_is_not_held_to_be_away() {
        Disposable rows = hanging(Backend.SPEND, Kind.WRITE);

        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> ask(Backend.SPEND, Kind.WRITE)).isInstanceOf(BackendAway.class);
        }

        rows.dispose();
        assertThat(ask(Backend.SPEND, Kind.WRITE)).isEqualTo("answer");
    }

    @Test
    void writes_that_fail_leave_reads_alone() {
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> breakers.guard(
                                    Backend.SPEND, Kind.WRITE, Mono.<String>error(new ConnectException("refused")))
                            .block(PATIENCE))
                    .isInstanceOf(BackendAway.class);
        }

        assertThatThrownBy(() -> ask(Backend.SPEND, Kind.WRITE)).isInstanceOf(BackendAway.class);
        assertThat(ask(Backend.SPEND, Kind.READ)).isEqualTo("answer");
    }

    @Test
    void slow_or_few_calls_that_try_a_service_again_are_not_waited_for_without_end() {
        ask(Backend.SPEND, Kind.READ);
        CircuitBreaker breaker = registry.circuitBreaker("spend-read");

        assertThat(breaker.getCircuitBreakerConfig().getMaxWaitDurationInHalfOpenState())
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(breaker.getCircuitBreakerConfig().getTransitionToStateAfterWaitDuration())
                .isEqualTo(CircuitBreaker.State.CLOSED);
    }

    private Disposable hanging(Backend backend, Kind kind) {
        return breakers.guard(backend, kind, Mono.never()).subscribe();
    }

    private String ask(Backend backend, Kind kind) {
        return String.valueOf(breakers.guard(backend, kind, Mono.just("answer")).block(PATIENCE));
    }
}
