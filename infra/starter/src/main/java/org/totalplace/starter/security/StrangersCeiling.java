package org.totalplace.starter.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.totalplace.starter.problem.ProblemWriter;
import reactor.core.publisher.Mono;

/**
 * Bounds what all strangers together send to a service at its own port, where nobody can tell one from another: the
 * gateway counts them by their addresses, and whoever reaches a service around it is not beyond all limits. What says
 * that somebody may need help is bounded by itself, so that a flood of anything else leaves it open.
 */
final class StrangersCeiling implements WebFilter, Ordered {

    private final int anHour;
    private final InstantSource clock;
    private final ProblemWriter problems;
    private final ServerWebExchangeMatcher open = OpenCalls.matcher();
    private final ServerWebExchangeMatcher need = OpenCalls.needs();
    private final Left ofNeeds;
    private final Left ofOthers;

    /** @param anHour what they may send in an hour; as much may come at once */
    StrangersCeiling(int anHour, InstantSource clock, ProblemWriter problems) {
        this.anHour = anHour;
        this.clock = clock;
        this.problems = problems;
        this.ofNeeds = new Left(anHour, clock.instant());
        this.ofOthers = new Left(anHour, clock.instant());
    }

    /** Before anybody is asked who they are. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 20;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean sends = !HttpMethod.GET.equals(exchange.getRequest().getMethod())
                && exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION) == null;
        return sends ? counted(exchange, chain) : chain.filter(exchange);
    }

    private Mono<Void> counted(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.zip(
                        need.matches(exchange).map(MatchResult::isMatch),
                        open.matches(exchange).map(MatchResult::isMatch))
                .flatMap(is -> {
                    Left left = is.getT1() ? ofNeeds : ofOthers;
                    return is.getT2() && !left.taken(clock.instant()) ? refused(exchange) : chain.filter(exchange);
                });
    }

    /** What may still come, which comes back evenly. */
    private static final class Left {

        private final int anHour;
        private double left;
        private Instant counted;

        Left(int anHour, Instant now) {
            this.anHour = anHour;
            this.left = anHour;
            this.counted = now;
        }

        synchronized boolean taken(Instant now) {
            double back = anHour
                    * (Duration.between(counted, now).toMillis()
                            / (double) Duration.ofHours(1).toMillis());
            left = Math.min(anHour, left + back);
            counted = now;
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }
    }

    private Mono<Void> refused(ServerWebExchange exchange) {
        long seconds = Math.max(1, Duration.ofHours(1).toSeconds() / anHour);
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return problems.write(
                exchange,
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "More came without a sign-in than is taken in an hour. Send it again in " + seconds
                        + " seconds, or sign in.");
    }
}
