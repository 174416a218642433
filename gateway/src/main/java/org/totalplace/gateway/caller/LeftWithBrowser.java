package org.totalplace.gateway.caller;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a browser keeps for somebody who has not signed in: were it kept here, strangers could fill the room that those
 * who sign in need.
 *
 * @param name of the cookie
 * @param longest how long the browser keeps it; zero until it is closed
 */
record LeftWithBrowser(String name, Duration longest) {

    void leave(ServerWebExchange exchange, String value) {
        exchange.getResponse().addCookie(cookie(exchange, value, longest.isZero() ? Duration.ofSeconds(-1) : longest));
    }

    void takeBack(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie(exchange, "", Duration.ZERO));
    }

    /** As the browser shows it, who may have written anything. */
    Optional<String> shown(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(name))
                .map(HttpCookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    private ResponseCookie cookie(ServerWebExchange exchange, String value, Duration age) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure("https".equalsIgnoreCase(exchange.getRequest().getURI().getScheme()))
                .sameSite("Lax")
                .build();
    }
}
