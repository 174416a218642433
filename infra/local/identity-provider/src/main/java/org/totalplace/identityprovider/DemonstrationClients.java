package org.totalplace.identityprovider;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The programs that may ask for tokens: one a role, one an agency, and the gateway on behalf of people. */
@Component
class DemonstrationClients implements RegisteredClientRepository {

    static final String GATEWAY = "gateway";
    private static final Duration ACCESS = Duration.ofMinutes(30);
    private static final Duration SESSION = Duration.ofHours(8);
    private static final List<String> HOSTS = List.of("localhost", "127.0.0.1");

    private final DemonstrationSettings settings;

    DemonstrationClients(DemonstrationSettings settings) {
        this.settings = settings;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("The demonstration's clients are fixed");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        if (clientId.equals(GATEWAY)) {
            return gateway();
        }
        return DemonstrationIdentity.of(clientId)
                .filter(identity -> !identity.role().equals(DemonstrationIdentity.CITIZEN))
                .map(identity -> program(identity.name()))
                .orElse(null);
    }

    private RegisteredClient program(String name) {
        return common(name, settings.password())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    private RegisteredClient gateway() {
        RegisteredClient.Builder client = common(GATEWAY, settings.gatewaySecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build());
        for (String host : HOSTS) {
            String address = "http://" + host + ":" + settings.gatewayPort();
            client.redirectUri(address + "/login/oauth2/code/total-place");
            client.postLogoutRedirectUri(address + "/");
        }
        return client.build();
    }

    private RegisteredClient.Builder common(String clientId, String secret) {
        return RegisteredClient.withId(clientId)
                .clientId(clientId)
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(ACCESS)
                        .refreshTokenTimeToLive(SESSION)
                        .reuseRefreshTokens(false)
                        .build());
    }
}
