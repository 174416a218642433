package org.totalplace.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class TrustedProxiesTests {

    private static final String PROXY = "10.0.0.1";

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "fd00::/8"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.7 | 192.0.2.7",
                "198.51.100.1, 192.0.2.7 | 192.0.2.7",
                "198.51.100.1, 192.0.2.7, 10.0.0.2 | 192.0.2.7",
                "198.51.100.1, 192.0.2.7:4711, 10.0.0.2:80 | 192.0.2.7",
                "198.51.100.1, 2001:db8::7, fd00::2 | 2001:db8::7",
                "198.51.100.1, 2001:db8::7, [fd00::2]:80 | 2001:db8::7",
                "192.0.2.7, unknown | unknown",
                "10.0.0.3, 10.0.0.2 | 10.0.0.3"
            })
    void the_caller_is_the_last_one_that_is_no_proxy_of_ours(String said, String caller) {
        assertThat(caller(ask(PROXY).header("X-Forwarded-For", said))).isEqualTo(caller);
    }

    @Test
    void what_stands_in_several_headers_is_one_list() {
        assertThat(caller(ask(PROXY).header("X-Forwarded-For", "198.51.100.1").header("X-Forwarded-For", "192.0.2.7")))
                .isEqualTo("192.0.2.7");
    }

    @Test
    void a_header_that_our_proxies_do_not_write_is_not_believed() {
        assertThat(caller(ask(PROXY).header("Forwarded", "for=198.51.100.1").header("X-Forwarded-For", "192.0.2.7")))
                .isEqualTo("192.0.2.7");
        assertThat(caller(ask(PROXY).header("Forwarded", "for=198.51.100.1"))).isEqualTo(PROXY);
    }

    @Test
    void nobody_writes_what_comes_before_the_path_or_that_the_way_was_safe() {
        ServerHttpRequest seen = proxies.apply(ask(PROXY)
                .header("X-Forwarded-For", "192.0.2.7")
                .header("X-Forwarded-Prefix", "/actuator/x")
                .header("X-Forwarded-Ssl", "on")
                .build());

        assertThat(seen.getPath().value()).isEqualTo("/api/v1/spend/agencies");
        assertThat(seen.getPath().contextPath().value()).isEmpty();
        assertThat(seen.getURI()).hasScheme("http").hasPath("/api/v1/spend/agencies");
    }

    @Test
    void who_is_no_proxy_of_ours_speaks_for_nobody() {
        assertThat(caller(ask("192.0.2.9").header("X-Forwarded-For", "198.51.100.1")))
                .isEqualTo("192.0.2.9");
    }

    @Test
    void scheme_and_host_are_those_that_the_proxy_says_to_which_the_caller_spoke() {
        ServerHttpRequest behindTwo = proxies.apply(ask(PROXY)
                .header("X-Forwarded-For", "192.0.2.7, 10.0.0.2")
                .header("X-Forwarded-Proto", "https, http")
                .header("X-Forwarded-Host", "place.example")
                .build());
        assertThat(behindTwo.getURI()).hasScheme("https").hasHost("place.example");

        ServerHttpRequest seen = proxies.apply(ask(PROXY)
                .header("X-Forwarded-Proto", "http, https")
                .header("X-Forwarded-Host", "evil.example, place.example")
                .build());

        assertThat(seen.getURI()).hasScheme("https").hasHost("place.example");
    }

    private static MockServerHttpRequest.BaseBuilder<?> ask(String from) {
        return MockServerHttpRequest.get("http://gateway/api/v1/spend/agencies")
                .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral(from), 4711));
    }

    private String caller(MockServerHttpRequest.BaseBuilder<?> request) {
        InetSocketAddress from =
                Objects.requireNonNull(proxies.apply(request.build()).getRemoteAddress());
        return from.getHostString().replaceAll("[\\[\\]]", "");
    }
}
