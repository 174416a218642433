package org.totalplace.gateway.sequence;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.starter.disclosure.ToldGroup;
import org.totalplace.starter.disclosure.ToldGroups;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import reactor.core.publisher.Mono;

/**
 * Compares every answer about groups of persons with what its caller was told before, and lets it go out only if one
 * taken from the other leaves nobody or more than a few. What cannot be compared does not go out.
 */
@Component
public class AnswersInSequence {

    private static final Logger LOG = LoggerFactory.getLogger(AnswersInSequence.class);
    private static final Duration WITHIN = Duration.ofSeconds(6);

    private final ToldBefore told;
    private final String key;

    AnswersInSequence(ToldBefore told, @Value("${totalplace.guard-key}") String key) {
        this.told = told;
        this.key = key;
    }

    /** Asks the service, and compares once its answer's groups are known, before any of its body goes out. */
    public Mono<Void> compared(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!AboutPersons.tells(exchange.getRequest().getPath().pathWithinApplication())) {
            return chain.filter(exchange);
        }
        ServerWebExchange asking = exchange.mutate()
                .request(request -> request.headers(headers -> headers.set(ToldGroups.KEY_HEADER, key)))
                .build();
        HttpHeaders before = HttpHeaders.copyOf(exchange.getResponse().getHeaders());
        return exchange.<Authentication>getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .switchIfEmpty(Mono.error(() -> Problem.forbidden("token-required", "This answers only to a token.")))
                .map(authenticated -> Caller.of(authenticated.getToken()))
                .flatMap(caller -> chain.filter(asking)
                        .then(Mono.defer(() -> compared(
                                        caller,
                                        asking.getResponse().getHeaders(),
                                        asking.getResponse().getStatusCode())
                                .doOnError(
                                        refusal -> restore(asking.getResponse().getHeaders(), before)))));
    }

    /** What the service said of its answer goes no further than the answer: an {@code ETag} is made of its body. */
    private static void restore(HttpHeaders headers, HttpHeaders before) {
        headers.clear();
        headers.putAll(before);
    }

    private Mono<Void> compared(Caller caller, HttpHeaders headers, @Nullable HttpStatusCode status) {
        String groups = headers.getFirst(ToldGroups.HEADER);
        headers.remove(ToldGroups.HEADER);
        // That an answer is the same as one that somebody guessed tells as much as the answer.
        return status != null && (status.is2xxSuccessful() || status.isSameCodeAs(HttpStatus.NOT_MODIFIED))
                ? compared(caller, groups)
                : Mono.empty();
    }

    /** Whether a page has to ask by {@link #asking} and to compare the answer. */
    public static boolean isNeeded(String path) {
        return AboutPersons.tells(PathContainer.parsePath(path));
    }

    /** Has the service say of whom it tells. */
    public void asking(HttpHeaders headers) {
        headers.set(ToldGroups.KEY_HEADER, key);
    }

    /**
     * Completes when the answer may go out, and is noted; else a {@link Problem}.
     *
     * @param header what the service says of its answer; null if it says nothing
     */
    public Mono<Void> compared(Caller caller, @Nullable String header) {
        return Mono.fromSupplier(() -> ToldGroups.read(header))
                .onErrorMap(IllegalArgumentException.class, unreadable -> {
                    LOG.error("An answer about persons cannot be compared: {}", unreadable.getMessage());
                    return Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "not-compared",
                            "It cannot be seen of whom this answer tells, so nothing is shown. Ask for less at once, or"
                                    + " tell whoever runs the platform.");
                })
                .flatMap(groups -> groups.isEmpty() ? Mono.<Void>empty() : told(caller, groups));
    }

    private Mono<Void> told(Caller caller, List<ToldGroup> groups) {
        return told.tell(caller.name(), groups)
                .timeout(WITHIN)
                .onErrorMap(failure -> !(failure instanceof Problem), failure -> {
                    LOG.error("What callers were told before cannot be looked up", failure);
                    return Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "not-compared",
                            "What you were told before cannot be looked up, so nothing is shown. Try again"
                                    + " in a minute.");
                });
    }
}
