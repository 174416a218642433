package org.totalplace.value;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes subject keys: HMAC-SHA-256 (RFC 2104) of agency, a zero byte and the reference, under the place's secret key.
 * References are taken as printed but for surrounding white space. Safe for use by several threads.
 */
public final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param secret at least 16 bytes */
    public Pseudonyms(byte[] secret) {
        if (secret.length < 16) {
            throw new IllegalArgumentException("The pseudonym key needs at least 16 bytes, not " + secret.length);
        }
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** @param hex the key in hexadecimal digits */
    public static Pseudonyms ofHex(String hex) {
        return new Pseudonyms(HexFormat.of().parseHex(hex));
    }

    /**
     * The key of one agency's reference.
     *
     * @throws IllegalArgumentException if the reference is blank: two unreadable references must never become one
     * subject
     */
    public SubjectKey subject(AgencyCode agency, String reference) {
        String stripped = reference.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("A blank reference names nobody");
        }
        Mac mac = mac();
        mac.update(agency.value().getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return SubjectKey.of(Arrays.copyOf(mac.doFinal(stripped.getBytes(StandardCharsets.UTF_8)), 16));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
