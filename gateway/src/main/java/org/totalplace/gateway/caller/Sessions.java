package org.totalplace.gateway.caller;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;

/** Who is signed in on a page's request. */
@Component
public class Sessions {

    private static final String FOUND = Sessions.class.getName();
    private static final Duration RENEWED_WITHIN = Duration.ofSeconds(10);
    /** Whoever signed in so lately and must do so again would be sent round for ever. */
    private static final Duration LATELY = Duration.ofMinutes(1);
    /** What the identity provider says of a sign-in that it does not go on with. */
    private static final Set<String> OVER = Set.of("invalid_grant", "invalid_token", "client_authorization_required");

    private final ReactiveOAuth2AuthorizedClientManager tokens;
    private final ReactiveJwtDecoder decoder;
    private final InstantSource clock;
    private final Map<String, Mono<OAuth2AuthorizedClient>> renewals = new ConcurrentHashMap<>();

    Sessions(ReactiveOAuth2AuthorizedClientManager tokens, ReactiveJwtDecoder decoder, InstantSource clock) {
        this.tokens = tokens;
        this.decoder = decoder;
        this.clock = clock;
    }

    /** Whether the browser has a session here, which nothing but signing in makes. */
    public static Mono<Boolean> isOpen(ServerWebExchange exchange) {
        return exchange.getSession().map(WebSession::isStarted);
    }

    /**
     * The person signed in, empty for a visitor; the token is renewed when it is about to expire.
     *
     * @return {@link SignInOver} when the person must sign in again; {@link Problem} 503 {@code sign-in-away} when that
     *     cannot be told
     */
    public Mono<SignedIn> of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(FOUND, Mono.defer(() -> found(exchange)));
    }

    private Mono<SignedIn> found(ServerWebExchange exchange) {
        Mono<SignedIn> found = exchange.<Authentication>getPrincipal()
                .ofType(OAuth2AuthenticationToken.class)
                .flatMap(person -> exchange.getSession()
                        .flatMap(session -> renewed(session, exchange, person))
                        .flatMap(
                                client -> decoder.decode(client.getAccessToken().getTokenValue()))
                        .onErrorMap(failure -> told(failure, person)))
                .map(SignedIn::new)
                .cache();
        // Asked again on the page that says what went wrong.
        exchange.getAttributes().put(FOUND, found);
        return found;
    }

    /** One at a time a session: a renewal uses up what the next would be made with. */
    private Mono<OAuth2AuthorizedClient> renewed(
            WebSession session, ServerWebExchange exchange, Authentication person) {
        return renewals.computeIfAbsent(
                session.getId(),
                id -> tokens.authorize(request(exchange, person))
                        .timeout(RENEWED_WITHIN)
                        .doFinally(ended -> renewals.remove(id))
                        .cache());
    }

    private RuntimeException told(Throwable failure, OAuth2AuthenticationToken person) {
        return switch (failure) {
            case ClientAuthorizationException refused
            when OVER.contains(refused.getError().getErrorCode()) -> new SignInOver(signedInLately(person), refused);
            // The next sign-in might bring such a token again.
            case BadJwtException bad -> new SignInOver(true, bad);
            default ->
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "sign-in-away",
                        "It cannot be seen at the moment whether you are still signed in. Try again in a minute.");
        };
    }

    private boolean signedInLately(OAuth2AuthenticationToken person) {
        Instant since = person.getPrincipal() instanceof OidcUser user ? user.getIssuedAt() : null;
        return since != null && clock.instant().isBefore(since.plus(LATELY));
    }

    private static OAuth2AuthorizeRequest request(ServerWebExchange exchange, Authentication person) {
        return OAuth2AuthorizeRequest.withClientRegistrationId(SignIn.REGISTRATION)
                .principal(person)
                .attribute(ServerWebExchange.class.getName(), exchange)
                .build();
    }
}
