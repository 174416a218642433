package org.totalplace.local.servers;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * An issuer of tokens for integration tests: a key of its own, its JSON Web Key Set (RFC 7517) on loopback, and tokens
 * (RFC 7519, RS256) such as the identity provider gives. Services under test verify them for real.
 */
public final class TokenIssuer {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Duration VALID = Duration.ofMinutes(30);
    private static final TokenIssuer SHARED = new TokenIssuer();

    private final KeyPair keys;
    private final HttpServer server;

    /** Starts an issuer on a free port of loopback; it lives as long as the JVM. */
    public TokenIssuer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            this.keys = generator.generateKeyPair();
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        } catch (IOException e) {
            throw new UncheckedIOException("No port for the issuer of test tokens", e);
        }
        byte[] keySet = keySet().getBytes(StandardCharsets.UTF_8);
        server.createContext("/oauth2/jwks", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keySet.length);
            try (var body = exchange.getResponseBody()) {
                body.write(keySet);
            }
        });
        server.start();
    }

    /** One for all tests of the JVM. */
    public static TokenIssuer shared() {
        return SHARED;
    }

    /** The {@code iss} of its tokens, and the address below which its keys are. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A token of an agency's feed client. */
    public String agency(String code) {
        return token("agency-" + code, "\"roles\":[\"agency\"],\"agency\":\"" + code + "\"");
    }

    /** A token of somebody with one role, for example {@code steward}. */
    public String role(String role) {
        return token(role, "\"roles\":[\"" + role + "\"]");
    }

    /** A token of a citizen whose account is tied to an agency's record. */
    public String citizen(String agency, String reference) {
        String record = "{\"agency\":\"" + agency + "\",\"reference\":\"" + reference + "\"}";
        return token("citizen", "\"roles\":[\"citizen\"],\"record\":" + record);
    }

    /**
     * A token with claims of one's own.
     *
     * @param claims JSON members, without braces
     */
    public String token(String subject, String claims) {
        Instant now = Instant.now();
        return signed("{\"iss\":\"" + url() + "\",\"sub\":\"" + subject + "\",\"aud\":[\"total-place\"],\"iat\":"
                + now.getEpochSecond() + ",\"exp\":" + now.plus(VALID).getEpochSecond() + "," + claims + "}");
    }

    /** Any payload, signed with this issuer's key: for forging tokens too. */
    public String signed(String payload) {
        String head = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"test\"}") + "." + encoded(payload);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(head.getBytes(StandardCharsets.US_ASCII));
            return head + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A test token could not be signed", e);
        }
    }

    private String keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"test\",\"n\":\""
                + unsigned(key.getModulus()) + "\",\"e\":\"" + unsigned(key.getPublicExponent()) + "\"}]}";
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
        return BASE64.encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
