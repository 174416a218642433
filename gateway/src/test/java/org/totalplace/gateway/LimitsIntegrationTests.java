package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsIntegrationTests extends GatewayStack {

    private static final String PERSON = "/api/v1/people/" + SOMEBODY;

    @Test
    void every_answer_says_how_often_its_caller_may_still_ask() {
        SPEND.stubFor(any(anyUrl()).willReturn(okJson("{}").withHeader("RateLimit", "the service's own")));

        web().get()
                .uri("/api/v1/spend/agencies")
                .headers(headers -> headers.setBearerAuth(Tokens.of("analyst")))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("RateLimit-Policy", "\"read\";q=1000000;w=60")
                .expectHeader()
                .valueMatches("RateLimit", "\"read\";r=9\\d{5};t=\\d+");
    }

    @Test
    void who_asked_too_often_waits_and_the_service_is_not_asked() throws Exception {
        OUTCOMES.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        String hasty = Tokens.changed("practitioner", claims -> claims.subject("hasty"));
        for (int i = 0; i < 2; i++) {
            ask(hasty).expectStatus().isOk();
        }

        ask(hasty)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueMatches("Retry-After", "1[0-9]{3}")
                .expectHeader()
                .valueMatches("RateLimit", "\"person\";r=0;t=1[0-9]{3}")
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-many-requests");

        assertThat(OUTCOMES.getAllServeEvents()).hasSize(2);
        assertThat(usage()).hasSize(2);
    }

    @Test
    void an_address_from_which_too_much_comes_without_a_sign_in_waits_whatever_else_it_says() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(guessed(PROXY, "192.0.2.66")).isEqualTo(401);
        }

        assertThat(guessed(PROXY, "192.0.2.66")).isEqualTo(429);
        assertThat(guessed(PROXY, "192.0.2.67")).isEqualTo(401);
        assertThat(guessed(PROXY, "198.51.100.1, 192.0.2.66")).isEqualTo(429);
        // Who is no proxy that is trusted speaks for the address from which it comes.
        assertThat(guessed("127.0.0.1", "192.0.2.66")).isEqualTo(401);
    }

    @Test
    void who_is_signed_in_is_not_counted_by_their_address() throws Exception {
        SPEND.stubFor(any(anyUrl()).willReturn(okJson("{}")));

        for (int i = 0; i < 4; i++) {
            assertThat(asked(PROXY, "2001:db8::66", Tokens.of("analyst"))).isEqualTo(200);
        }
    }

    @Test
    void an_address_that_floods_the_place_with_suggestions_waits_while_others_are_heard() throws Exception {
        OUTCOMES.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        for (int i = 0; i < 2; i++) {
            assertThat(suggested("192.0.2.77", null)).isEqualTo(200);
        }

        assertThat(suggested("192.0.2.77", null)).isEqualTo(429);
        assertThat(suggested("192.0.2.78", null)).isEqualTo(200);
        // Who signed in is counted as themselves, and a bad token is none.
        assertThat(suggested("192.0.2.77", Tokens.of("citizen"))).isEqualTo(200);
        assertThat(suggested("192.0.2.77", "guessed")).isEqualTo(401);
        assertThat(OUTCOMES.getAllServeEvents()).hasSize(4);
    }

    @Test
    void a_caller_watches_few_persons_at_once() {
        OUTCOMES.stubFor(any(anyUrl())
                .willReturn(okForContentType("text/event-stream", "event: view\ndata: {}\n\n")
                        .withFixedDelay(2_000)));
        String watcher = Tokens.changed("practitioner", claims -> claims.subject("watcher"));

        List<CompletableFuture<Integer>> watching = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> watch(watcher), Thread::startVirtualThread))
                .limit(6)
                .toList();

        assertThat(watching.stream().map(CompletableFuture::join).toList())
                .containsExactlyInAnyOrder(200, 200, 200, 200, 200, 429);
        // Those that ended are counted no more.
        OUTCOMES.stubFor(any(anyUrl()).willReturn(okForContentType("text/event-stream", ": here\n\n")));
        assertThat(watch(watcher)).isEqualTo(200);
    }

    private int watch(String token) {
        return web().get()
                .uri(PERSON + "/changes")
                .headers(headers -> headers.setBearerAuth(token))
                .header("X-Purpose", "direct-care")
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    @Test
    void an_address_that_floods_the_place_with_suggestions_may_still_say_that_somebody_needs_help() throws Exception {
        OUTCOMES.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        for (int i = 0; i < 4; i++) {
            suggested("192.0.2.79", null);
        }
        assertThat(suggested("192.0.2.79", null)).isEqualTo(429);

        for (int i = 0; i < 2; i++) {
            assertThat(sent("/api/v1/voice/need-flags", "192.0.2.79", null)).isEqualTo(200);
        }
        assertThat(sent("/api/v1/voice/need-fla%67s", "192.0.2.79", Tokens.of("citizen")))
                .isEqualTo(429);
        assertThat(sent("/api/v1/voice/need-flags", "192.0.2.80", null)).isEqualTo(200);
    }

    private int suggested(String forwardedFor, @Nullable String token) throws Exception {
        return sent("/api/v1/voice/suggestions", forwardedFor, token);
    }

    private int sent(String path, String forwardedFor, @Nullable String token) throws Exception {
        try (HttpClient http = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(PROXY))
                .build()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("X-Forwarded-For", forwardedFor)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"));
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private int guessed(String from, String forwardedFor) throws Exception {
        return asked(from, forwardedFor, "guessed");
    }

    private int asked(String from, String forwardedFor, String token) throws Exception {
        try (HttpClient http = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(from))
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/api/v1/spend/agencies"))
                    .header("X-Forwarded-For", forwardedFor)
                    .header("Authorization", "Bearer " + token)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void a_body_that_is_no_file_may_not_be_as_large_as_one() {
        web().put()
                .uri("/api/v1/spend/agencies/county")
                .headers(headers -> headers.setBearerAuth(Tokens.of("steward")))
                .bodyValue("x".repeat(65 * 1024))
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-large");
        assertThat(SPEND.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/prometheus", "/actuator/health", "/actuator/health/r2dbc"})
    void what_is_counted_is_for_who_watches_the_services(String path) {
        watched(path, "guessed").isUnauthorized();
        if (path.endsWith("prometheus")) {
            watched(path, METRICS_KEY).isOk();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness"})
    void everybody_may_know_that_the_gateway_lives(String path) {
        watched(path, "guessed").isOk();
    }

    private org.springframework.test.web.reactive.server.StatusAssertions watched(String path, String key) {
        return web().get()
                .uri(path)
                .header("Authorization", "Bearer " + key)
                .exchange()
                .expectStatus();
    }

    @Test
    void headers_that_are_too_large_are_refused() {
        web().get()
                .uri("/api/v1/spend/agencies")
                .headers(headers -> headers.setBearerAuth(Tokens.of("steward")))
                .header("X-Large", "x".repeat(17 * 1024))
                .exchange()
                .expectStatus()
                .isEqualTo(431);
        assertThat(SPEND.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port", "Forwarded"})
    void what_a_caller_says_of_a_proxy_reaches_no_service(String header) {
        SPEND.stubFor(any(anyUrl()).willReturn(okJson("{}")));

        web().get()
                .uri("/api/v1/spend/agencies")
                .headers(headers -> headers.setBearerAuth(Tokens.of("analyst")))
                .header(header, header.equals("Forwarded") ? "for=6.6.6.6;host=evil.example" : "443")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(SPEND.getAllServeEvents())
                .singleElement()
                .extracting(event -> event.getRequest().containsHeader(header))
                .isEqualTo(false);
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec ask(String token) {
        return web().get()
                .uri(PERSON)
                .headers(headers -> headers.setBearerAuth(token))
                .header("X-Purpose", "direct-care")
                .exchange();
    }
}
