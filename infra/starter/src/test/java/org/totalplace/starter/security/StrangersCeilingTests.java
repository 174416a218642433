package org.totalplace.starter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.totalplace.starter.problem.ProblemWriter;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class StrangersCeilingTests {

    private Instant now = Instant.parse("2026-11-23T09:00:00Z");
    private final AtomicInteger passed = new AtomicInteger();
    private final StrangersCeiling ceiling = new StrangersCeiling(
            2, () -> now, new ProblemWriter(JsonMapper.builder().build()));

    private @Nullable HttpStatusCode asked(MockServerHttpRequest request) {
        MockServerWebExchange exchange = MockServerWebExchange.from(request);
        ceiling.filter(exchange, inner -> Mono.fromRunnable(passed::incrementAndGet))
                .block();
        return exchange.getResponse().getStatusCode();
    }

    private static MockServerHttpRequest suggestion() {
        return MockServerHttpRequest.post("/api/v1/voice/suggestions").build();
    }

    @Test
    void what_strangers_send_is_bounded_and_comes_back_with_time() {
        asked(suggestion());
        asked(suggestion());

        assertThat(asked(suggestion())).hasToString("429 TOO_MANY_REQUESTS");
        assertThat(passed).hasValue(2);

        now = now.plus(Duration.ofMinutes(31));
        asked(suggestion());
        assertThat(asked(suggestion())).hasToString("429 TOO_MANY_REQUESTS");
        assertThat(passed).hasValue(3);
    }

    @Test
    void a_flood_of_suggestions_leaves_open_what_says_that_somebody_may_need_help() {
        MockServerHttpRequest need =
                MockServerHttpRequest.post("/api/v1/voice/need-flags").build();
        for (int i = 0; i < 5; i++) {
            asked(suggestion());
        }
        assertThat(passed).hasValue(2);

        assertThat(asked(need)).isNull();
        assertThat(asked(need)).isNull();
        assertThat(asked(need)).hasToString("429 TOO_MANY_REQUESTS");
    }

    @Test
    void nobody_else_is_counted() {
        for (int i = 0; i < 5; i++) {
            asked(MockServerHttpRequest.get("/api/v1/voice/register").build());
            asked(MockServerHttpRequest.post("/api/v1/voice/suggestions")
                    .header("Authorization", "Bearer t")
                    .build());
            asked(MockServerHttpRequest.post("/api/v1/spend/exports").build());
        }

        assertThat(passed).hasValue(15);
        assertThat(asked(suggestion())).isNull();
    }
}
