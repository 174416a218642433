package org.totalplace.gateway.caller;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who is signed in on a page's request. */
@Component
public class Sessions {

    private final ReactiveOAuth2AuthorizedClientManager tokens;
    private final ReactiveJwtDecoder decoder;

    Sessions(ReactiveOAuth2AuthorizedClientManager tokens, ReactiveJwtDecoder decoder) {
        this.tokens = tokens;
        this.decoder = decoder;
    }

    /**
     * The person signed in, empty for a visitor; the token is renewed when it is about to expire.
     *
     * @return errors when the token is no longer good: the person must sign in again
     */
    public Mono<SignedIn> of(ServerWebExchange exchange) {
        return exchange.<Authentication>getPrincipal()
                .filter(OAuth2AuthenticationToken.class::isInstance)
                .flatMap(person -> tokens.authorize(request(exchange, person)))
                .flatMap(client -> decoder.decode(client.getAccessToken().getTokenValue()))
                .map(SignedIn::new);
    }

    private static OAuth2AuthorizeRequest request(ServerWebExchange exchange, Authentication person) {
        return OAuth2AuthorizeRequest.withClientRegistrationId(SignIn.REGISTRATION)
                .principal(person)
                .attribute(ServerWebExchange.class.getName(), exchange)
                .build();
    }
}
