package org.totalplace.starter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class ProblemAdviceTests {

    private final ProblemAdvice advice = new ProblemAdvice();
    private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/api"));

    @Test
    void a_database_that_gives_no_connection_is_busy_and_says_when_to_ask_again() {
        ResponseEntity<ProblemDetail> answer =
                advice.busy(new DataAccessResourceFailureException("10.0.0.7 refused"), exchange);

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
        assertThat(Objects.requireNonNull(answer.getBody()).toString())
                .contains("busy")
                .doesNotContain("10.0.0.7");
    }

    @Test
    void what_nobody_foresaw_is_told_without_its_inside() {
        ResponseEntity<ProblemDetail> answer = Objects.requireNonNull(
                advice.unforeseen(new IllegalStateException("secret"), exchange).block());

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(Objects.requireNonNull(answer.getBody()).toString()).doesNotContain("secret");
    }

    @Test
    void who_hung_up_is_answered_nothing() {
        assertThat(advice.unforeseen(new IOException("Connection reset by peer"), exchange)
                        .blockOptional())
                .isEmpty();
    }
}
