package org.totalplace.gateway.usage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A record at its place in the chain.
 *
 * @param seq its place, counted from 1
 * @param previous the hash that the record before it had when this one was added, hexadecimal
 * @param hash SHA-256 of its text, which ends with {@code previous}, hexadecimal
 */
record Chained(long seq, UsageRecord entry, String previous, String hash) {

    /** What the first record names as the hash before it. */
    static final String BEGINNING = "0".repeat(64);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** Whether its hash is that of what it says. */
    boolean isAsWritten() {
        return hash.equals(sha256(text()));
    }

    /** What is hashed: one line a field, so that an auditor can do the same with a pencil and any tool. */
    String text() {
        return line("at", time(entry.at()))
                + line("organisation", entry.organisation())
                + line("caller", entry.caller())
                + line("role", entry.role())
                + line("purpose", entry.purpose())
                + line("what", entry.what())
                + line("person", entry.person() == null ? null : entry.person().toString())
                + line("trace", entry.traceId())
                + line("success", String.valueOf(entry.success()))
                + line("previous", previous);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String line(String name, @Nullable String value) {
        return name + "=" + (value == null ? "\\-" : value.replace("\\", "\\\\").replace("\n", "\\n")) + "\n";
    }
}
