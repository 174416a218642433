package org.totalplace.intake.delivery;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;

/**
 * What a sender says of the bytes on their way: the header {@code Content-Digest} (RFC 9530), which speaks of the bytes
 * as they travel, compressed if they are. Algorithms other than SHA-256 and SHA-512 are passed over, as the standard
 * has it.
 */
final class ContentDigest {

    private static final Set<String> KNOWN = Set.of("sha-256", "sha-512");

    private final Map<String, byte[]> said = new LinkedHashMap<>();
    private final Map<String, MessageDigest> counted = new LinkedHashMap<>();

    private ContentDigest() {}

    /** @throws Problem 400 if an algorithm that we know comes with something that is no digest */
    static ContentDigest read(@Nullable String header) {
        ContentDigest digest = new ContentDigest();
        for (String member : header == null ? new String[0] : header.split(",")) {
            int equals = member.indexOf('=');
            String algorithm = member.substring(0, Math.max(0, equals)).strip().toLowerCase(Locale.ROOT);
            if (KNOWN.contains(algorithm)) {
                digest.said.put(algorithm, bytes(algorithm, member.substring(equals + 1)));
                digest.counted.put(algorithm, algorithm(algorithm));
            }
        }
        return digest;
    }

    private static byte[] bytes(String algorithm, String value) {
        String text = value.strip().replaceAll(";.*$", "").strip();
        try {
            if (text.length() > 2 && text.startsWith(":") && text.endsWith(":")) {
                byte[] bytes = Base64.getDecoder().decode(text.substring(1, text.length() - 1));
                if (bytes.length == algorithm(algorithm).getDigestLength()) {
                    return bytes;
                }
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below, as any other text that is no digest.
        }
        throw Problem.badInput(
                "Content-Digest",
                "invalid-digest",
                "A Content-Digest is written as " + algorithm + "=:base64:, with the whole digest; this one is not.");
    }

    static MessageDigest algorithm(String name) {
        try {
            return MessageDigest.getInstance(name.toUpperCase(Locale.ROOT));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has " + name, impossible);
        }
    }

    void update(byte[] bytes, int length) {
        counted.values().forEach(digest -> digest.update(bytes, 0, length));
    }

    /** @throws Problem 400 with both digests if other bytes arrived than were sent; call it once, after the last */
    void check() {
        said.forEach((algorithm, expected) -> {
            byte[] arrived =
                    counted.getOrDefault(algorithm, algorithm(algorithm)).digest();
            if (!Arrays.equals(arrived, expected)) {
                throw Problem.badInput(
                        "Content-Digest",
                        "hash-count",
                        "The bytes that arrived have the " + algorithm + " "
                                + HexFormat.of().formatHex(arrived) + ", not "
                                + HexFormat.of().formatHex(expected) + " as declared; send the file again.");
            }
        });
    }
}
