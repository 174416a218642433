package org.totalplace.value;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * One agency's own reference for a person as a keyed pseudonym: the first 128 bits of an HMAC-SHA-256 that only the
 * place can compute ({@link Pseudonyms}). It says nothing of the person or the reference and never changes when links
 * change.
 */
public record SubjectKey(UUID value) implements Comparable<SubjectKey> {

    /** Reads the 16 bytes that {@link #bytes()} gives. */
    public static SubjectKey of(byte[] bytes) {
        if (bytes.length != 16) {
            throw new IllegalArgumentException("A subject key has 16 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new SubjectKey(new UUID(buffer.getLong(), buffer.getLong()));
    }

    public static SubjectKey parse(String text) {
        return new SubjectKey(UUID.fromString(text));
    }

    /** 16 bytes, most significant first; the key of events about this subject. */
    public byte[] bytes() {
        return ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    /** Unsigned byte order, as PostgreSQL orders {@code uuid}. */
    @Override
    public int compareTo(SubjectKey other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
