package org.totalplace.gateway.fallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.totalplace.starter.problem.Problem;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class StreamsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Streams streams = new Streams(new AtOnce(1, 1, 1, 2));

    @Test
    void a_caller_has_so_many_open_and_others_have_theirs() {
        Disposable first = streams.counted("a", Flux.never()).subscribe();
        Disposable second = streams.counted("a", Mono.never()).subscribe();

        assertThatThrownBy(() -> streams.counted("a", Flux.just("event")).blockLast(PATIENCE))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS));
        assertThat(streams.counted("b", Flux.just("event")).blockLast(PATIENCE)).isEqualTo("event");

        first.dispose();
        assertThat(streams.counted("a", Flux.just("event")).blockLast(PATIENCE)).isEqualTo("event");
        second.dispose();
    }

    @Test
    void one_that_ended_or_failed_is_open_no_more() {
        for (int i = 0; i < 10; i++) {
            streams.counted("a", Flux.just("event")).blockLast(PATIENCE);
            assertThatThrownBy(() -> streams.counted("a", Mono.error(new IllegalStateException("cut off")))
                            .block(PATIENCE))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
