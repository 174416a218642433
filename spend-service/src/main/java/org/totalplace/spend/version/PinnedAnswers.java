package org.totalplace.spend.version;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.problem.ProblemWriter;
import reactor.core.publisher.Mono;

/**
 * Reads {@code version=} of every call that takes {@code asOf}: it is the moment of the version by another name, and is
 * turned into it before anybody else looks. So the answer of a version is the answer of its moment, byte for byte.
 */
@Component
final class PinnedAnswers implements WebFilter {

    static final String PARAMETER = "version";

    /** Names the version of an answer as {@code r} and its number, whatever it was asked by. */
    static final String HEADER = "Dataset-Version";

    private static final String SPEND = "/api/v1/spend/";
    private static final String AS_OF = "asOf";

    /** The calls whose answers are kept for every past moment. */
    private static final Set<String> PINNED = Set.of(
            SPEND + "whole-area",
            SPEND + "totals",
            SPEND + "lines",
            SPEND + "transfers",
            SPEND + "figures/why",
            SPEND + "phases",
            SPEND + "places",
            SPEND + "revisions",
            SPEND + "exports");

    private final Versions versions;
    private final ProblemWriter problems;

    PinnedAnswers(Versions versions, ProblemWriter problems) {
        this.versions = versions;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        boolean asked = request.getPath().value().startsWith(SPEND)
                && request.getQueryParams().containsKey(PARAMETER);
        if (!asked) {
            return chain.filter(exchange);
        }
        return pinned(request)
                .map(pin -> chain.filter(answering(exchange, pin)))
                .onErrorResume(Problem.class, problem -> Mono.just(problems.write(exchange, problem)))
                .flatMap(next -> next);
    }

    private Mono<Versions.Pin> pinned(ServerHttpRequest request) {
        return Mono.fromSupplier(() -> asked(request))
                .flatMap(name -> versions.find(name)
                        .switchIfEmpty(Mono.error(() -> Problem.badInput(
                                PARAMETER,
                                "unknown-version",
                                "There is no version '" + name + "'. /api/v1/versions lists them."))));
    }

    private static VersionName asked(ServerHttpRequest request) {
        if (!PINNED.contains(request.getPath().value())) {
            throw Problem.badInput(
                    PARAMETER,
                    "not-pinned",
                    "This call answers as things stand and knows no versions. Leave the version out, or ask one that"
                            + " does.",
                    PINNED.stream().sorted().toList());
        }
        MultiValueMap<String, String> parameters = request.getQueryParams();
        if (parameters.containsKey(AS_OF)) {
            throw Problem.badInput(
                    PARAMETER, "version-or-moment", "A version is a moment already. Give version or asOf, not both.");
        }
        List<String> said = Objects.requireNonNull(parameters.get(PARAMETER));
        if (said.size() > 1) {
            throw Problem.badInput(PARAMETER, "one-version", "An answer is of one version; " + said + " are several.");
        }
        try {
            return new VersionName(Objects.requireNonNullElse(said.getFirst(), ""));
        } catch (IllegalArgumentException malformed) {
            throw Problem.badInput(PARAMETER, "invalid-version", malformed.getMessage() + ".");
        }
    }

    private static ServerWebExchange answering(ServerWebExchange exchange, Versions.Pin pin) {
        exchange.getResponse().getHeaders().set(HEADER, pin.name().text());
        ServerHttpRequest request = exchange.getRequest();
        String address = request.getURI().toString();
        String kept = Arrays.stream(request.getURI().getRawQuery().split("&"))
                .filter(part -> !part.startsWith(PARAMETER + "="))
                .collect(Collectors.joining("&"));
        URI at = URI.create(address.substring(0, address.indexOf('?') + 1)
                + (kept.isEmpty() ? "" : kept + "&")
                + AS_OF + "=" + pin.asOf());
        return exchange.mutate().request(request.mutate().uri(at).build()).build();
    }
}
