package org.totalplace.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

class RateLimitingTests {

    private final AtomicInteger passed = new AtomicInteger();

    @Test
    void a_read_about_a_person_is_refused_when_its_caller_cannot_be_counted() {
        ServerWebExchange asked = asked(0, "/api/v1/people/1", "ann");

        assertThat(asked.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(asked.getResponse().getHeaders().getFirst("Retry-After")).isEqualTo("10");
        assertThat(passed).hasValue(0);
    }

    @Test
    void any_other_read_is_let_through_then() {
        asked(0, "/api/v1/spend/agencies", "ann");

        assertThat(passed).hasValue(1);
    }

    @Test
    void who_did_not_say_who_they_are_is_left_to_those_who_ask_for_it() {
        asked(5, "/assets/total-place.css", null);

        assertThat(passed).hasValue(1);
    }

    @Test
    void what_a_stranger_sends_is_refused_when_their_address_cannot_be_counted() {
        ServerWebExchange asked = asked(
                0,
                MockServerHttpRequest.post("/api/v1/voice/suggestions")
                        .remoteAddress(new InetSocketAddress("192.0.2.1", 4711)),
                null);

        assertThat(asked.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(passed).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /voice/follow",
        "POST, /voice/need-follow",
        "GET, /api/v1/voice/suggestions/abc",
        "GET, /api/v1/voice/need-flags/abc",
        "GET, /api/v1/voice/code"
    })
    void codes_that_strangers_look_up_count_apart_from_what_they_send(String method, String path) {
        MockServerHttpRequest.BodyBuilder follow = MockServerHttpRequest.method(HttpMethod.valueOf(method), path)
                .remoteAddress(new InetSocketAddress("192.0.2.1", 4711));

        assertThat(asked(0, follow, null).getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        ServerWebExchange counted = asked(5, follow, null);
        counted.getResponse().setComplete().block();
        assertThat(counted.getResponse().getHeaders().getFirst("RateLimit-Policy"))
                .startsWith("\"follower\"");
        assertThat(passed).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/voice/need-flags", "/voice/need"})
    void need_flags_count_by_their_address_whoever_raises_them(String path) {
        MockServerHttpRequest.BodyBuilder raise = post(path);
        RateLimiting limiting = limiting(5);
        for (int i = 0; i < 5; i++) {
            ServerWebExchange counted = asked(limiting, raise, i % 2 == 0 ? "ann" : null);
            counted.getResponse().setComplete().block();
            assertThat(counted.getResponse().getHeaders().getFirst("RateLimit-Policy"))
                    .startsWith("\"need\"");
        }
        assertThat(asked(limiting, raise, "bob").getResponse().getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(passed).hasValue(5);
    }

    @Test
    void a_flood_of_other_forms_leaves_need_flags_open() {
        RateLimiting limiting = limiting(5);
        MockServerHttpRequest.BodyBuilder suggest = post("/api/v1/voice/suggestions");
        for (int i = 0; i < 5; i++) {
            asked(limiting, suggest, null);
        }
        assertThat(asked(limiting, suggest, null).getResponse().getStatusCode())
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS);

        assertThat(asked(limiting, post("/api/v1/voice/need-flags"), null)
                        .getResponse()
                        .getStatusCode())
                .isNull();
        assertThat(passed).hasValue(6);
    }

    @Test
    void more_addresses_than_are_counted_close_need_flags_to_nobody() {
        RateLimiting limiting = limiting(3);
        for (int address = 1; address <= 9; address++) {
            asked(limiting, from("192.0.2." + address, "/api/v1/voice/suggestions"), null);
            asked(limiting, from("192.0.2." + address, "/api/v1/voice/need-flags"), null);
        }

        // Of the suggestions those of the first three; of the flags all, which their service bounds.
        assertThat(passed).hasValue(3 + 9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/voice/need-fla%67s", "/api/v1/voice/need-flags;x=1", "/voice/%6eeed"})
    void percent_signs_change_nothing_of_what_counts_as_what(String path) {
        ServerWebExchange counted = asked(
                limiting(5),
                MockServerHttpRequest.method(HttpMethod.POST, URI.create(path))
                        .remoteAddress(new InetSocketAddress("192.0.2.1", 4711)),
                "ann");
        counted.getResponse().setComplete().block();

        assertThat(counted.getResponse().getHeaders().getFirst("RateLimit-Policy"))
                .startsWith("\"need\"");
        assertThat(RouteGroup.follows(
                        MockServerHttpRequest.method(HttpMethod.GET, URI.create("/api/v1/voice/%73uggestions/abc"))
                                .build()))
                .isTrue();
        assertThat(RouteGroup.of(MockServerHttpRequest.method(HttpMethod.GET, URI.create("/api/v1/%70eople/1"))
                        .build()))
                .isEqualTo(RouteGroup.PERSON);
    }

    private static MockServerHttpRequest.BodyBuilder post(String path) {
        return from("192.0.2.1", path);
    }

    private static MockServerHttpRequest.BodyBuilder from(String address, String path) {
        return MockServerHttpRequest.post(path).remoteAddress(new InetSocketAddress(address, 4711));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/people, PERSON",
        "GET, /api/v1/people/1/usage, PERSON",
        "GET, /api/v1/usage, PERSON",
        "GET, /people/1, PERSON",
        "GET, /me, PERSON",
        "POST, /contests, PERSON",
        "POST, /api/v1/people/decisions, PERSON",
        "GET, /api/v1/spend/lines, READ",
        "GET, /api/v1/peopleless, READ",
        "POST, /api/v1/spend/feeds/f/deliveries, UPLOAD",
        "POST, /api/v1/spend/feeds/f/previews, UPLOAD",
        "POST, /api/v1/spend/payees/decisions, WRITE",
        "PUT, /api/v1/spend/agencies/a, WRITE",
    })
    void every_call_belongs_to_a_group(String method, String path, RouteGroup group) {
        assertThat(RouteGroup.of(MockServerHttpRequest.method(HttpMethod.valueOf(method), path)
                        .build()))
                .isEqualTo(group);
    }

    private ServerWebExchange asked(int counted, String path, @Nullable String caller) {
        return asked(counted, MockServerHttpRequest.get(path), caller);
    }

    private ServerWebExchange asked(
            int counted, MockServerHttpRequest.BaseBuilder<?> request, @Nullable String caller) {
        return asked(limiting(counted), request, caller);
    }

    private static RateLimiting limiting(int counted) {
        Map<RouteGroup, Rate> rates = Arrays.stream(RouteGroup.values())
                .collect(Collectors.toMap(Function.identity(), group -> new Rate(5, Duration.ofMinutes(1))));
        Limits limits = new Limits(DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), rates, Map.of(), counted);
        return new RateLimiting(
                new Allowances(limits, InstantSource.system()),
                new Allowances(limits, InstantSource.system()),
                new Allowances(limits, InstantSource.system()),
                (exchange, problem) ->
                        Mono.fromRunnable(() -> exchange.getResponse().setStatusCode(problem.status())));
    }

    private ServerWebExchange asked(
            RateLimiting limiting, MockServerHttpRequest.BaseBuilder<?> request, @Nullable String caller) {
        MockServerWebExchange.Builder builder = MockServerWebExchange.builder(request);
        if (caller != null) {
            Principal somebody = () -> caller;
            builder.principal(somebody);
        }
        ServerWebExchange exchange = builder.build();
        limiting.filter(exchange, through -> Mono.fromRunnable(passed::incrementAndGet))
                .block();
        return exchange;
    }
}
