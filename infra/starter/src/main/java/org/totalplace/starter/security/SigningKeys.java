package org.totalplace.starter.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The keys by which the identity provider signs. They are fetched anew every five minutes, so that a key that it
 * withdrew is good for no longer; for a key that is not known at once, so that a new one is good at once, but not more
 * often than every ten seconds, whatever tokens come. While the provider is away those that were fetched last are good
 * for an hour.
 */
final class SigningKeys {

    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration PAUSE = Duration.ofSeconds(10);
    static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration PAUSE_WITHOUT_ANY = Duration.ofSeconds(1);

    private record Fetched(JWKSet keys, Instant at) {}

    private final Mono<JWKSet> published;
    private final Set<JWSAlgorithm> algorithms;
    private final InstantSource clock;
    private @Nullable Fetched fetched;
    private @Nullable Mono<Fetched> fetching;
    private Instant asked = Instant.MIN;

    /** @param published the provider's keys, asked for at each subscription */
    SigningKeys(Mono<JWKSet> published, Set<JWSAlgorithm> algorithms, InstantSource clock) {
        this.published = published;
        this.algorithms = Set.copyOf(algorithms);
        this.clock = clock;
    }

    /** Those that may have signed the token; empty when the provider has none such. */
    Flux<JWK> of(SignedJWT token) {
        if (!algorithms.contains(token.getHeader().getAlgorithm())) {
            return Flux.empty();
        }
        JWKSelector selector = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader()));
        return current().flatMapMany(known -> {
            List<JWK> fitting = selector.select(known.keys());
            return fitting.isEmpty()
                    ? renewed().flatMapIterable(renewed -> selector.select(renewed.keys()))
                    : Flux.fromIterable(fitting);
        });
    }

    private Mono<Fetched> current() {
        return Mono.defer(() -> {
            Fetched known = known();
            return known != null && clock.instant().isBefore(known.at().plus(FRESH)) ? Mono.just(known) : renewed();
        });
    }

    /** What was fetched last, where it is too early to ask again or the provider does not answer. */
    private synchronized Mono<Fetched> renewed() {
        if (fetching != null) {
            return fetching;
        }
        Instant now = clock.instant();
        Duration pause = fetched == null ? PAUSE_WITHOUT_ANY : PAUSE;
        if (asked.isAfter(now.minus(pause))) {
            return last(new IllegalStateException("The identity provider was asked for its keys a moment ago"));
        }
        asked = now;
        Mono<Fetched> begun = published
                .map(keys -> keep(new Fetched(keys, now)))
                .onErrorResume(this::last)
                .doFinally(ended -> done())
                .cache();
        fetching = begun;
        return begun;
    }

    private Mono<Fetched> last(Throwable failure) {
        return Mono.defer(() -> {
            Fetched known = known();
            return known != null && clock.instant().isBefore(known.at().plus(LONGEST))
                    ? Mono.just(known)
                    : Mono.error(failure);
        });
    }

    private synchronized @Nullable Fetched known() {
        return fetched;
    }

    private synchronized Fetched keep(Fetched fresh) {
        fetched = fresh;
        return fresh;
    }

    private synchronized void done() {
        fetching = null;
    }
}
