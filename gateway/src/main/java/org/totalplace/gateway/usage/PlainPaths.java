package org.totalplace.gateway.usage;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.totalplace.starter.problem.ProblemWriter;
import reactor.core.publisher.Mono;

/**
 * Refuses paths about persons in which anything is written with percent signs: routes read what they mean, records and
 * limits what was sent, so a look could be hidden from the person whom it was at.
 */
@Component
class PlainPaths implements WebFilter, Ordered {

    private static final List<String> OF_PERSONS = List.of("/api/v1/people", "/api/v1/usage", "/people");

    private final ProblemWriter problems;

    PlainPaths(ProblemWriter problems) {
        this.problems = problems;
    }

    /** Before all that reads paths. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 5;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String sent = exchange.getRequest().getPath().pathWithinApplication().value();
        String meant = PathMeant.of(exchange.getRequest());
        if (meant.equals(sent) || OF_PERSONS.stream().noneMatch(meant::startsWith)) {
            return chain.filter(exchange);
        }
        return problems.write(
                exchange, HttpStatus.BAD_REQUEST, "path-not-plain", "Write paths about persons without percent signs.");
    }
}
