package org.totalplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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
                Named.of("for nobody in particular", Tokens.changed("board", claims -> claims.audience((String) null))),
                Named.of("of no issuer", Tokens.changed("board", claims -> claims.issuer(null))),
                Named.of("that never expires", Tokens.changed("board", claims -> claims.expirationTime(null))),
                Named.of(
                        "of an agency whose code is none",
                        Tokens.changed("agency", claims -> claims.claim("agency", "Not a code!"))),
                Named.of("of nobody", Tokens.changed("board", claims -> claims.subject(null))),
                Named.of("of another algorithm of the same key", signed(JWSAlgorithm.RS512, header -> header)),
                Named.of("of a padding that is not allowed", signed(JWSAlgorithm.PS256, header -> header)),
                Named.of(
                        "that brings its own key",
                        signedBy(Tokens.OTHER_KEY, header -> header.jwk(Tokens.OTHER_KEY.toPublicJWK()))),
                Named.of(
                        "that says where its key is",
                        signedBy(Tokens.OTHER_KEY, header -> header.jwkURL(URI.create("http://127.0.0.1:9/keys")))),
                Named.of(
                        "whose key is a path", signedBy(Tokens.OTHER_KEY, header -> header.keyID("../../../dev/null"))),
                Named.of("whose key is a statement", signedBy(Tokens.OTHER_KEY, header -> header.keyID("' or 1=1 --"))),
                Named.of("of no algorithm, spelt otherwise", unsigned("nOnE")),
                Named.of("of no algorithm, with a signature", unsigned("none") + "c2lnbmVk"),
                Named.of("whose signature is cut short", cut(Tokens.of("board"), 20)),
                Named.of("whose signature is gone", withoutSignature(Tokens.of("board"))),
                Named.of("whose claims were replaced", withOtherClaims()),
                Named.of("twice", Tokens.of("board") + "." + Tokens.of("board")),
                Named.of("not a token", "not.a.token"),
                Named.of("nothing", "x"));
    }

    @ParameterizedTest
    @MethodSource("forged")
    void a_forged_token_is_refused_everywhere_and_nothing_is_asked(String token) throws Exception {
        for (String path : List.of(
                "/api/v1/spend/agencies",
                "/api/v1/journeys/maps",
                "/api/v1/outcomes/measures",
                "/api/v1/people/" + SOMEBODY,
                "/api/v1/people/" + SOMEBODY + "/usage",
                "/api/v1/usage/verification")) {
            isRefused(token, path);
        }

        assertThat(List.of(SPEND, JOURNEY, OUTCOMES))
                .allSatisfy(service -> assertThat(service.getAllServeEvents()).isEmpty());
        assertThat(usage()).isEmpty();
    }

    private void isRefused(String token, String path) {
        web().get()
                .uri(path)
                .header("X-Purpose", "audit")
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
    }

    @Test
    void roles_stand_where_the_provider_says_them_and_nowhere_else() {
        Map<String, Object> nothing = Map.of("roles", List.of());
        Map<String, Object> auditor = Map.of("roles", List.of("auditor"));

        assertThat(usedBy(Tokens.changed("steward", claims -> claims.claim("realm_access", auditor))))
                .isEqualTo(200);
        assertThat(usedBy(Tokens.changed(
                        "steward",
                        claims -> claims.claim("realm_access", nothing).claim("roles", List.of("steward", "auditor")))))
                .isEqualTo(403);
    }

    private int usedBy(String token) {
        return web().get()
                .uri("/api/v1/usage/verification")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    @Test
    void a_token_in_the_address_is_none() {
        web().get()
                .uri("/api/v1/spend/agencies?access_token=" + Tokens.of("board"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
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

    private static String signed(JWSAlgorithm algorithm, UnaryOperator<JWSHeader.Builder> change) throws JOSEException {
        JWSHeader header =
                change.apply(new JWSHeader.Builder(algorithm).keyID("real")).build();
        SignedJWT token = new SignedJWT(header, Tokens.claims("board").build());
        token.sign(new RSASSASigner(Tokens.KEY));
        return token.serialize();
    }

    private static String signedBy(RSAKey key, UnaryOperator<JWSHeader.Builder> change) throws JOSEException {
        JWSHeader header = change.apply(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("real"))
                .build();
        SignedJWT token = new SignedJWT(header, Tokens.claims("board").build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static String unsigned(String algorithm) {
        return encoded("{\"alg\": \"" + algorithm + "\", \"kid\": \"real\"}") + "."
                + encoded(Tokens.claims("board").build().toString()) + ".";
    }

    private static String withOtherClaims() {
        String[] parts = Tokens.of("analyst").split("\\.", -1);
        return parts[0] + "." + encoded(Tokens.claims("steward").build().toString()) + "." + parts[2];
    }

    private static String withoutSignature(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    private static String cut(String token, int characters) {
        return token.substring(0, token.length() - characters);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
