package org.totalplace.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Tokens as the identity provider signs them, and as forgers would like to. */
public final class Tokens {

    static final RSAKey KEY = key("real");
    static final RSAKey OTHER_KEY = key("real");

    private Tokens() {}

    /** The provider's keys as it publishes them. */
    static String published() {
        return new JWKSet(KEY.toPublicJWK()).toString();
    }

    /** A good token of a role; its bearer is named like the role. */
    public static String of(String role) {
        return signed(KEY, claims(role).build());
    }

    public static String changed(String role, UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(KEY, change.apply(claims(role)).build());
    }

    static JWTClaimsSet.Builder claims(String role) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(GatewayStack.IDENTITY_PROVIDER.issuer())
                .audience("total-place")
                .subject(role)
                .claim("realm_access", Map.of("roles", List.of(role)))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)));
    }

    static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("real").build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
