package org.totalplace.starter.observability;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every request the trace id of its {@code traceparent} header (W3C Trace Context), or a new one, passes it on,
 * and names it in the answer's {@code X-Trace-Id}.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class TraceIds implements WebFilter {

    private static final String ATTRIBUTE = TraceIds.class.getName();

    private final SecureRandom random = new SecureRandom();

    /** The trace id of the request, 32 hexadecimal digits; {@code none} outside the filter. */
    public static String of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, "none");
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String given = exchange.getRequest().getHeaders().getFirst(Trace.HEADER);
        String traceId = Trace.id(given).orElseGet(() -> hex(16));
        String traceparent =
                given != null && Trace.id(given).isPresent() ? given : "00-" + traceId + "-" + hex(8) + "-00";
        ServerHttpRequest request = exchange.getRequest()
                .mutate()
                .headers(headers -> headers.set(Trace.HEADER, traceparent))
                .build();
        exchange.getAttributes().put(ATTRIBUTE, traceId);
        exchange.getResponse().getHeaders().set("X-Trace-Id", traceId);
        return chain.filter(exchange.mutate().request(request).build())
                .contextWrite(context -> Trace.put(context, traceparent));
    }

    private String hex(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
