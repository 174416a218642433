package org.totalplace.gateway.caller;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * What must be known again when somebody comes back from the identity provider. Anybody may start to sign in, so the
 * browser keeps it, sealed, and nothing is kept here.
 */
@Component
class SignInStarts implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final LeftWithBrowser START = new LeftWithBrowser("SIGN_IN", WITHIN);

    /** As it is sealed. */
    private record Start(String state, String nonce, String verifier, String redirect, Instant until) {}

    private final SealedWords seal = new SealedWords();
    private final ReactiveClientRegistrationRepository registrations;
    private final JsonMapper json;
    private final InstantSource clock;

    SignInStarts(ReactiveClientRegistrationRepository registrations, JsonMapper json, InstantSource clock) {
        this.registrations = registrations;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> {
            Start start = new Start(
                    Objects.requireNonNull(request.getState()),
                    Objects.requireNonNull(request.<String>getAttribute(OidcParameterNames.NONCE)),
                    Objects.requireNonNull(request.<String>getAttribute(PkceParameterNames.CODE_VERIFIER)),
                    Objects.requireNonNull(request.getRedirectUri()),
                    clock.instant().plus(WITHIN));
            START.leave(exchange, seal.sealed(json.writeValueAsString(start)));
        });
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        String state = exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
        return Mono.justOrEmpty(shown(exchange).filter(start -> start.state().equals(state)))
                .zipWith(registrations.findByRegistrationId(SignIn.REGISTRATION))
                .map(both -> request(both.getT1(), both.getT2()));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return loadAuthorizationRequest(exchange).doOnNext(started -> START.takeBack(exchange));
    }

    private Optional<Start> shown(ServerWebExchange exchange) {
        return START.shown(exchange)
                .flatMap(seal::opened)
                .map(words -> json.readValue(words, Start.class))
                .filter(start -> clock.instant().isBefore(start.until()));
    }

    private static OAuth2AuthorizationRequest request(Start start, ClientRegistration registration) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(start.redirect())
                .scopes(registration.getScopes())
                .state(start.state())
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        SignIn.REGISTRATION,
                        OidcParameterNames.NONCE,
                        start.nonce(),
                        PkceParameterNames.CODE_VERIFIER,
                        start.verifier()))
                .build();
    }
}
