package org.totalplace.gateway.limit;

import java.security.Principal;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;

/**
 * Tells every caller how often they may still ask, and refuses what is too much. Headers as in the IETF's draft
 * "RateLimit header fields for HTTP". A read about a person is refused as well when its caller cannot be counted, and
 * so is what a stranger sends in; strangers are counted by their address, and apart, so that a flood of them takes no
 * place from callers who are known. Need flags count so whoever raises them, and apart from all else that is sent:
 * neither a consultation day behind one address nor a flood of suggestions uses them up.
 */
class RateLimiting implements WebFilter, Ordered {

    private static final String IN_DANGER =
            "If somebody is in danger now, call 999; else ring your council. Go back for what you typed.";

    private static final String POLICY = "RateLimit-Policy";
    private static final String LEFT = "RateLimit";
    private static final String RETRY_WHEN_UNCOUNTED = "10";

    private final Allowances allowances;
    private final Allowances ofStrangers;
    private final Allowances ofNeeds;
    private final Telling telling;

    RateLimiting(Allowances allowances, Allowances ofStrangers, Allowances ofNeeds, Telling telling) {
        this.allowances = allowances;
        this.ofStrangers = ofStrangers;
        this.ofNeeds = ofNeeds;
        this.telling = telling;
    }

    /** Ends an exchange with a problem, as its reader understands it. */
    @FunctionalInterface
    interface Telling {
        Mono<Void> tell(ServerWebExchange exchange, Problem problem);
    }

    /** After the filters that find out who asks. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .map(Principal::getName)
                .map(caller -> known(exchange, chain, caller))
                .defaultIfEmpty(Mono.defer(() -> stranger(exchange, chain)))
                .flatMap(next -> next);
    }

    private Mono<Void> known(ServerWebExchange exchange, WebFilterChain chain, String caller) {
        BeforeSignIn.signedIn(exchange);
        if (RouteGroup.raisesNeed(exchange.getRequest())) {
            return stranger(exchange, chain);
        }
        RouteGroup group = RouteGroup.of(exchange.getRequest());
        return let(exchange, chain, allowances.take(caller, group), group);
    }

    private Mono<Void> stranger(ServerWebExchange exchange, WebFilterChain chain) {
        String address = BeforeSignIn.address(exchange.getRequest().getRemoteAddress());
        boolean follows = RouteGroup.follows(exchange.getRequest());
        if (address == null || RouteGroup.isRead(exchange.getRequest()) && !follows) {
            return chain.filter(exchange);
        }
        if (RouteGroup.raisesNeed(exchange.getRequest())) {
            return let(exchange, chain, ofNeeds.take(address, RouteGroup.NEED), RouteGroup.NEED);
        }
        RouteGroup group = follows ? RouteGroup.FOLLOWER : RouteGroup.STRANGER;
        return let(exchange, chain, ofStrangers.take(address, group), group);
    }

    private Mono<Void> let(ServerWebExchange exchange, WebFilterChain chain, Allowance allowance, RouteGroup group) {
        return switch (allowance) {
            case Allowance.Granted granted -> {
                String left = "\"%s\";r=%d;t=%d".formatted(group.id(), granted.remaining(), granted.resetSeconds());
                exchange.getResponse()
                        .beforeCommit(() -> Mono.fromRunnable(() -> {
                            HttpHeaders headers = exchange.getResponse().getHeaders();
                            headers.set(POLICY, granted.rate().policy(group));
                            headers.set(LEFT, left);
                        }));
                yield chain.filter(exchange);
            }
            case Allowance.UsedUp usedUp -> tooMany(exchange, group, usedUp);
            case Allowance.Uncounted uncounted ->
                switch (group) {
                    case PERSON -> uncounted(exchange, "nothing about a person is shown");
                    case STRANGER -> uncounted(exchange, "nothing is taken from strangers");
                    case FOLLOWER -> uncounted(exchange, "no code is looked up");
                    // What comes from more addresses than are counted is bounded at the service, so that it closes to
                    // nobody.
                    case NEED, UPLOAD, WRITE, READ, ADDRESS -> chain.filter(exchange);
                };
        };
    }

    private Mono<Void> tooMany(ServerWebExchange exchange, RouteGroup group, Allowance.UsedUp usedUp) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set(POLICY, usedUp.rate().policy(group));
        headers.set(LEFT, "\"%s\";r=0;t=%d".formatted(group.id(), usedUp.retrySeconds()));
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(usedUp.retrySeconds()));
        return telling.tell(
                exchange,
                Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-requests",
                        "You may ask %d times in %d seconds here. Ask again in %d seconds.%s"
                                .formatted(
                                        usedUp.rate().requests(),
                                        usedUp.rate().every().toSeconds(),
                                        usedUp.retrySeconds(),
                                        group == RouteGroup.NEED ? " " + IN_DANGER : "")));
    }

    private Mono<Void> uncounted(ServerWebExchange exchange, String what) {
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_WHEN_UNCOUNTED);
        return telling.tell(
                exchange,
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "not-counted",
                        "So many are asking that your requests cannot be counted, so " + what
                                + ". Try again in a minute."));
    }
}
