package org.totalplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokensIntegrationTests extends GatewayStack {

    static Stream<Named<String>> forged() throws JOSEException {
        return Stream.of(
                Named.of(
                        "signed by another key",
                        Tokens.signed(Tokens.OTHER_KEY, Tokens.claims("board").build())),
                Named.of("of another issuer", Tokens.changed("board", claims -> claims.issuer("http://elsewhere"))),
                Named.of("for another audience", Tokens.changed("board", claims -> claims.audience("elsewhere"))),
                Named.of("expired", Tokens.changed("board", claims -> claims.expirationTime(in(-120)))),
                Named.of("not valid yet", Tokens.changed("board", claims -> claims.notBeforeTime(in(600)))),
                Named.of("not signed", new PlainJWT(Tokens.claims("board").build()).serialize()),
                Named.of("signed with the public key as a secret", signedWithThePublicKey()),
                Named.of("not a token", "not.a.token"));
    }

    @ParameterizedTest
    @MethodSource("forged")
    void a_forged_token_is_refused_and_nothing_is_asked(String token) {
        web().get()
                .uri("/api/v1/spend/agencies")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType("application/problem+json")
                .expectHeader()
                .valueMatches("WWW-Authenticate", "Bearer.*")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("token-required")
                .jsonPath("$.traceId")
                .exists();

        assertThat(SPEND.getAllServeEvents()).isEmpty();
    }

    @Test
    void no_token_is_refused() {
        web().get()
                .uri("/api/v1/people/" + SOMEBODY + "/usage")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("token-required");
    }

    private static String signedWithThePublicKey() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("real").build(),
                Tokens.claims("board").build());
        token.sign(new MACSigner(Tokens.KEY.toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
