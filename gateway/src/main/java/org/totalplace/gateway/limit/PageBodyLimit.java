package org.totalplace.gateway.limit;

import org.springframework.core.Ordered;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.totalplace.gateway.caller.Sessions;
import org.totalplace.gateway.limit.RateLimiting.Telling;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;

/**
 * Refuses what is too large for a page before anything reads it, the search for a form's token among them. Only who
 * signed in hands in files. A page reads forms off the request that came in, whatever a filter puts in its place: so
 * bodies are counted below all filters.
 */
class PageBodyLimit implements WebFilter, HttpHandlerDecoratorFactory, Ordered {

    private static final String API = "/api/";
    private static final String FILES = "/feeds/";
    /** What a browser writes about a file and its fields. */
    private static final long ENVELOPE = 64 * 1024;

    private static final Problem UNREADABLE = Problem.of(
            HttpStatus.BAD_REQUEST, "bad-input", "What you sent cannot be read as a form. Go back and try again.");

    private final Limits limits;
    private final Telling telling;

    PageBodyLimit(Limits limits, Telling telling) {
        this.limits = limits;
        this.telling = telling;
    }

    /** Before it is looked who asks, and after the count of those of whom that is not known. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 30;
    }

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> handler.handle(
                isSentToAPage(request) ? CountedBody.counted(most(request, true), request) : request, response);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!isSentToAPage(request)) {
            return chain.filter(exchange);
        }
        return Sessions.isOpen(exchange)
                .doOnNext(open -> CountedBody.require(most(request, open), request))
                .then(Mono.defer(() -> chain.filter(exchange)))
                .onErrorMap(DataBufferLimitException.class, large -> CountedBody.tooLarge(most(request, true)))
                .onErrorMap(DecodingException.class, noForm -> UNREADABLE)
                .onErrorResume(
                        Problem.class,
                        problem -> exchange.getResponse().isCommitted()
                                ? Mono.error(problem)
                                : telling.tell(exchange, problem));
    }

    private static boolean isSentToAPage(ServerHttpRequest request) {
        return !path(request).startsWith(API) && !RouteGroup.isRead(request);
    }

    private long most(ServerHttpRequest request, boolean mayHandIn) {
        return mayHandIn && path(request).startsWith(FILES)
                ? limits.upload().toBytes() + ENVELOPE
                : limits.body().toBytes();
    }

    private static String path(ServerHttpRequest request) {
        return request.getPath().value();
    }
}
