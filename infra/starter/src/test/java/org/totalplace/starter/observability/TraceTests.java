package org.totalplace.starter.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class TraceTests {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + ID + "-00f067aa0ba902b7-01";

    @Test
    void a_thread_works_for_a_trace_and_then_for_what_it_worked_for_before() throws Exception {
        List<@Nullable String> seen = new ArrayList<>();

        Trace.within(TRACEPARENT, () -> {
            seen.add(MDC.get("trace"));
            Trace.within(null, () -> seen.add(MDC.get("trace")));
            seen.add(Trace.current());
        });

        assertThat(seen).containsExactly(ID, null, TRACEPARENT);
        assertThat(Trace.current()).isNull();
    }

    @Test
    void work_that_fails_leaves_no_trace_on_its_thread() {
        assertThatThrownBy(() -> Trace.within(TRACEPARENT, () -> {
                    throw new java.io.IOException("away");
                }))
                .hasMessage("away");

        assertThat(Trace.current()).isNull();
        assertThat(MDC.get("trace")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "00-x", "01-" + ID + "-00f067aa0ba902b7-01", "00-" + ID + "-00f067aa0ba902b7-01\r\nX: y"})
    void what_is_not_a_trace_is_none(String header) throws Exception {
        assertThat(Trace.id(header)).isEmpty();
        Trace.within(header, () -> assertThat(Trace.current()).isNull());
    }

    @Test
    void records_carry_it() {
        assertThat(Trace.of(Trace.headers(TRACEPARENT))).isEqualTo(TRACEPARENT);
        assertThat(Trace.of(Trace.headers(null))).isNull();
    }

    @Test
    void a_request_keeps_its_trace_and_one_without_gets_one() {
        assertThat(traceOf(MockServerHttpRequest.get("/").header("traceparent", TRACEPARENT)))
                .isEqualTo(TRACEPARENT);
        String made = traceOf(MockServerHttpRequest.get("/").header("traceparent", "00-made-up-00"));
        assertThat(Trace.id(made)).isPresent();
        assertThat(made).doesNotContain("made-up");
    }

    private static String traceOf(MockServerHttpRequest.BaseBuilder<?> request) {
        MockServerWebExchange exchange = MockServerWebExchange.from(request);
        List<Optional<String>> seen = new ArrayList<>();
        new TraceIds()
                .filter(
                        exchange,
                        inner -> Trace.ofRequest()
                                .doOnNext(trace -> {
                                    seen.add(trace);
                                    seen.add(Optional.ofNullable(
                                            inner.getRequest().getHeaders().getFirst("traceparent")));
                                })
                                .then())
                .block();
        assertThat(seen.getFirst()).isEqualTo(seen.getLast());
        String trace = seen.getFirst().orElseThrow();
        assertThat(Objects.requireNonNull(exchange.getResponse().getHeaders().getFirst("X-Trace-Id")))
                .isEqualTo(Trace.id(trace).orElseThrow());
        return trace;
    }
}
