package org.totalplace.gateway.caller;

import java.net.URI;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Ends the session here and at the identity provider: the next person at this computer must sign in anew. */
@Component
class SigningOut implements ServerLogoutSuccessHandler {

    private final OidcClientInitiatedServerLogoutSuccessHandler there;

    SigningOut(ReactiveClientRegistrationRepository registrations) {
        this.there = new OidcClientInitiatedServerLogoutSuccessHandler(registrations);
        this.there.setPostLogoutRedirectUri("{baseUrl}/");
        // Where the provider has no place to sign out.
        this.there.setLogoutSuccessUrl(URI.create("/"));
    }

    @Override
    public Mono<Void> onLogoutSuccess(WebFilterExchange exchange, Authentication authentication) {
        return exchange.getExchange()
                .getSession()
                .flatMap(WebSession::invalidate)
                .then(there.onLogoutSuccess(exchange, authentication));
    }
}
