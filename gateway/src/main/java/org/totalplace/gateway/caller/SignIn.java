package org.totalplace.gateway.caller;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.totalplace.starter.security.IdentitySettings;

/** Signing in at the identity provider: authorisation code with proof key; tokens stay in the server's session. */
@Configuration(proxyBeanMethods = false)
class SignIn {

    static final String REGISTRATION = "total-place";
    static final String START = "/oauth2/authorization/" + REGISTRATION;

    /** Its addresses are settings and are not asked of it: the gateway starts before the identity provider. */
    @Bean
    ReactiveClientRegistrationRepository identityProvider(
            SignInSettings settings, IdentitySettings identity, @Value("${totalplace.issuer}") String issuer) {
        return new InMemoryReactiveClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope(settings.scopes())
                .issuerUri(issuer)
                .authorizationUri(address(issuer, settings.authorize()))
                .tokenUri(address(issuer, settings.token()))
                .jwkSetUri(address(issuer, identity.keys()))
                .providerConfigurationMetadata(
                        settings.logout().isBlank()
                                ? Map.of()
                                : Map.of("end_session_endpoint", address(issuer, settings.logout())))
                .build());
    }

    private static String address(String issuer, String place) {
        return IdentitySettings.below(issuer, place).toString();
    }

    @Bean
    ServerOAuth2AuthorizedClientRepository tokensInTheSession() {
        return new WebSessionServerOAuth2AuthorizedClientRepository();
    }

    @Bean
    ReactiveOAuth2AuthorizedClientManager tokens(
            ReactiveClientRegistrationRepository registrations, ServerOAuth2AuthorizedClientRepository held) {
        var tokens = new DefaultReactiveOAuth2AuthorizedClientManager(registrations, held);
        tokens.setAuthorizedClientProvider(ReactiveOAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken()
                .build());
        return tokens;
    }
}
