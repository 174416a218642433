package org.totalplace.gateway.caller;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the gateway is known to the identity provider, and where people sign in and out there. Places are addresses, or
 * paths below the issuer.
 *
 * @param clientId its client id
 * @param clientSecret its secret
 * @param authorize where people are sent to sign in
 * @param token where codes are turned into tokens
 * @param logout where people are sent to sign out; blank where the provider has no such place
 * @param scopes what is asked for, {@code openid} among it
 */
@ConfigurationProperties("totalplace.sign-in")
record SignInSettings(
        String clientId, String clientSecret, String authorize, String token, String logout, List<String> scopes) {

    SignInSettings {
        scopes = List.copyOf(scopes);
        if (!scopes.contains("openid")) {
            throw new IllegalArgumentException("totalplace.sign-in.scopes names openid, not only " + scopes);
        }
    }
}
