package org.totalplace.starter.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSecurityContextJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;
import org.totalplace.value.AgencyCode;
import reactor.core.publisher.Mono;

/** Which tokens are good, and what they say. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive"
                    + ".ReactiveOAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.reactive"
                    + ".ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(IdentitySettings.class)
class TokenConfiguration {

    private static final Duration FETCHED_WITHIN = Duration.ofSeconds(5);

    @Bean
    ReactiveJwtDecoder readingTokens(
            IdentitySettings identity, @Value("${totalplace.issuer}") String issuer, InstantSource clock) {
        Set<JWSAlgorithm> algorithms =
                identity.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toUnmodifiableSet());
        SigningKeys keys =
                new SigningKeys(published(IdentitySettings.below(issuer, identity.keys())), algorithms, clock);
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(keys::of)
                .jwtProcessorCustomizer(processor -> processor.setJWSKeySelector(
                        new JWSVerificationKeySelector<>(algorithms, new JWKSecurityContextJWKSet())))
                .build();
        decoder.setClaimSetConverter(new OurClaims(identity.claims()));
        decoder.setJwtValidator(good(issuer, identity.audience()));
        return decoder;
    }

    /** Besides signature, issuer, audience and times: a token that never ends, or of nobody, is none of ours. */
    static OAuth2TokenValidator<Jwt> good(String issuer, String audience) {
        return new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer),
                new JwtClaimValidator<List<String>>(JwtClaimNames.AUD, all -> all != null && all.contains(audience)),
                new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, name -> name != null && !name.isBlank()),
                token -> ofAnAgency(token.getClaims().get(OurClaims.AGENCY)));
    }

    /** Whoever speaks for no agency has no such claim. */
    private static OAuth2TokenValidatorResult ofAnAgency(@Nullable Object claimed) {
        try {
            if (claimed != null) {
                new AgencyCode(claimed.toString());
            }
            return OAuth2TokenValidatorResult.success();
        } catch (IllegalArgumentException noCode) {
            return OAuth2TokenValidatorResult.failure(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The agency is written as no agency is", null));
        }
    }

    private static Mono<JWKSet> published(URI address) {
        WebClient web = WebClient.create();
        return web.get()
                .uri(address)
                .retrieve()
                .bodyToMono(String.class)
                .timeout(FETCHED_WITHIN)
                .map(TokenConfiguration::read);
    }

    private static JWKSet read(String json) {
        try {
            return JWKSet.parse(json);
        } catch (ParseException noKeys) {
            throw new IllegalStateException("The identity provider's keys cannot be read", noKeys);
        }
    }
}
