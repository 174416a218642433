package org.totalplace.starter.observability;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
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
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final SecureRandom random = new SecureRandom();

    /** The trace id of the request, 32 hexadecimal digits; {@code none} outside the filter. */
    public static String of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, "none");
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String given = exchange.getRequest().getHeaders().getFirst("traceparent");
        var matcher = TRACEPARENT.matcher(given == null ? "" : given);
        String traceId = matcher.matches() ? matcher.group(1) : hex(16);
        ServerHttpRequest request = matcher.matches()
                ? exchange.getRequest()
                : exchange.getRequest()
                        .mutate()
                        .header("traceparent", "00-" + traceId + "-" + hex(8) + "-00")
                        .build();
        exchange.getAttributes().put(ATTRIBUTE, traceId);
        exchange.getResponse().getHeaders().set("X-Trace-Id", traceId);
        return chain.filter(exchange.mutate().request(request).build());
    }

    private String hex(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
