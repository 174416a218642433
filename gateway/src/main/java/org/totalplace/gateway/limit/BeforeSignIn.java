package org.totalplace.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.totalplace.starter.problem.ProblemWriter;
import reactor.core.publisher.Mono;

/**
 * Counts requests by the address that they come from until it is known who asks: guessed tokens, starts of sign-ins,
 * pages for everybody. What turns out to be somebody's is given back and counted as theirs. Behind a proxy that is
 * trusted ({@code totalplace.trusted-proxies}) it is the address that the proxy names; of others it is their own,
 * whatever they say.
 */
class BeforeSignIn implements WebFilter, Ordered {

    private static final String COUNTED = BeforeSignIn.class.getName();
    /** Whoever runs the platform asks whether it lives, perhaps from the address of a flood. */
    private static final Set<String> PROBES = Set.of("/actuator/health/liveness", "/actuator/health/readiness");
    /** Bytes of an IPv6 address that name a network; whoever has one has all addresses in it. */
    private static final int NETWORK_BYTES = 8;

    private final Allowances allowances;
    private final ProblemWriter problems;

    BeforeSignIn(Allowances allowances, ProblemWriter problems) {
        this.allowances = allowances;
        this.problems = problems;
    }

    /** Outside of all that finds out who asks. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String address = address(exchange.getRequest().getRemoteAddress());
        if (address == null || PROBES.contains(exchange.getRequest().getPath().value())) {
            return chain.filter(exchange);
        }
        return switch (allowances.take(address, RouteGroup.ADDRESS)) {
            case Allowance.Granted granted -> {
                Runnable givingBack = () -> allowances.giveBack(address, RouteGroup.ADDRESS);
                exchange.getAttributes().put(COUNTED, givingBack);
                yield chain.filter(exchange);
            }
            case Allowance.UsedUp usedUp -> tooMany(exchange, usedUp);
            // More addresses than are counted: who signs in is counted then.
            case Allowance.Uncounted uncounted -> chain.filter(exchange);
        };
    }

    /** It is known who asks. */
    static void signedIn(ServerWebExchange exchange) {
        if (exchange.getAttributes().remove(COUNTED) instanceof Runnable givingBack) {
            givingBack.run();
        }
    }

    /** Null where there is none, as in tests without a network. */
    static @Nullable String address(@Nullable InetSocketAddress from) {
        if (from == null) {
            return null;
        }
        InetAddress address = read(from);
        if (address instanceof Inet6Address six) {
            return IntStream.range(0, NETWORK_BYTES)
                    .mapToObj(i -> String.valueOf(six.getAddress()[i] & 0xff))
                    .collect(Collectors.joining(".", "network ", ""));
        }
        return address == null ? from.getHostString() : address.getHostAddress();
    }

    /** What a proxy says is text; it is read as an address, and never looked up. */
    private static @Nullable InetAddress read(InetSocketAddress from) {
        if (!from.isUnresolved()) {
            return from.getAddress();
        }
        try {
            return InetAddress.ofLiteral(from.getHostString().replaceAll("[\\[\\]]", ""));
        } catch (IllegalArgumentException name) {
            return null;
        }
    }

    private Mono<Void> tooMany(ServerWebExchange exchange, Allowance.UsedUp usedUp) {
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(usedUp.retrySeconds()));
        String detail = ("From your address came more than %d requests in %d seconds without a valid sign-in."
                        + " Ask again in %d seconds.")
                .formatted(usedUp.rate().requests(), usedUp.rate().every().toSeconds(), usedUp.retrySeconds());
        return problems.write(exchange, HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", detail);
    }
}
