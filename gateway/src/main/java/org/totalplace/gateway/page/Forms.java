package org.totalplace.gateway.page;

import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;

/** How forms end: with another page, or with the same one and what was wrong. */
public final class Forms {

    private Forms() {}

    /** Goes on to the page when what was sent was taken, or tells why it was not. */
    public static Mono<Void> sent(
            ServerWebExchange exchange, Mono<Void> sending, String next, Function<String, Mono<Void>> refused) {
        return sending.then(Mono.defer(() -> goOn(exchange, next)))
                .onErrorResume(Forms::isRefusal, why -> refused.apply(Objects.toString(why.getMessage())));
    }

    public static Mono<Void> goOn(ServerWebExchange exchange, String path) {
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().set(HttpHeaders.LOCATION, path);
        return exchange.getResponse().setComplete();
    }

    /** Whether it is about what was filled in: who may not be here at all gets a page that says so. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof Problem problem
                && problem.status().is4xxClientError()
                && problem.status() != HttpStatus.FORBIDDEN;
    }
}
