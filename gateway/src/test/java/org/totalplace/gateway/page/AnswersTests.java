package org.totalplace.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.jwt.Jwt;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.Services;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.fallback.AtOnce;
import org.totalplace.gateway.fallback.BackendAway;
import org.totalplace.gateway.fallback.FreshBreakers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.sequence.AnswersInSequence;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class AnswersTests {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Question QUESTION = Question.of(Backend.SPEND, "/api/v1/spend/totals", Map.of());
    private static final SignedIn SOMEBODY = new SignedIn(Jwt.withTokenValue("token")
            .header("alg", "RS256")
            .subject("somebody")
            .expiresAt(Instant.parse("2036-01-01T00:00:00Z"))
            .build());

    @Test
    void a_service_that_hangs_holds_no_page() {
        DisposableServer hanging = HttpServer.create()
                .host(InetAddress.getLoopbackAddress().getHostAddress())
                .handle((request, response) -> Mono.never())
                .bindNow();
        try {
            assertThat(asked(URI.create("http://127.0.0.1:" + hanging.port())))
                    .allSatisfy((kind, answer) -> fails(answer, "TOO_SLOW"));
        } finally {
            hanging.disposeNow();
        }
    }

    @Test
    void a_table_that_stops_in_the_middle_holds_none_either() {
        DisposableServer stopping = HttpServer.create()
                .host(InetAddress.getLoopbackAddress().getHostAddress())
                .handle((request, response) -> response.header("Content-Type", "text/csv")
                        .sendString(
                                Flux.just("agency,amount\n").concatWith(Flux.never()),
                                java.nio.charset.StandardCharsets.UTF_8))
                .bindNow();
        try {
            fails(
                    answers(URI.create("http://127.0.0.1:" + stopping.port()), LONG)
                            .csv(null, QUESTION),
                    "TOO_SLOW");
        } finally {
            stopping.disposeNow();
        }
    }

    @Test
    void a_service_that_is_away_is_told_as_such_whatever_it_is_asked() throws IOException {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }

        assertThat(asked(URI.create("http://127.0.0.1:" + nobody)))
                .allSatisfy((kind, answer) -> fails(answer, "NOT_REACHED"));
    }

    private static Map<String, Publisher<?>> asked(URI service) {
        Answers answers = answers(service, SHORT);
        return Map.of(
                "get", answers.get(SOMEBODY, QUESTION, String.class),
                "post", answers.post(SOMEBODY, QUESTION, Flux.<DataBuffer>empty(), String.class),
                "decide", answers.decide(SOMEBODY, HttpMethod.PUT, QUESTION, Map.of()),
                "send", answers.send(SOMEBODY, QUESTION, Map.of(), String.class),
                "csv", answers.csv(SOMEBODY, QUESTION),
                "events", answers.events(SOMEBODY, QUESTION));
    }

    private static void fails(Publisher<?> answer, String how) {
        assertThatThrownBy(() -> Flux.from(answer).blockLast(LONG))
                .isInstanceOf(BackendAway.class)
                .hasMessage("spend " + how);
    }

    private static Answers answers(URI service, Duration first) {
        AtOnce atOnce = new AtOnce(10, 10, 10, 5);
        return new Answers(
                new Services(service, service, service),
                FreshBreakers.within(atOnce),
                Objects.requireNonNull(Mockito.mock(AnswersInSequence.class)),
                atOnce,
                new Patience(first, SHORT, SHORT));
    }
}
