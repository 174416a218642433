package org.totalplace.value;

import java.nio.ByteBuffer;
import java.util.UUID;

/** The stable identifier of a person: a set of subjects held to be one human being. */
public record PersonId(UUID value) {

    /** Reads the 16 bytes that {@link #bytes()} gives. */
    public static PersonId of(byte[] bytes) {
        if (bytes.length != 16) {
            throw new IllegalArgumentException("A person's key has 16 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new PersonId(new UUID(buffer.getLong(), buffer.getLong()));
    }

    public static PersonId parse(String text) {
        return new PersonId(UUID.fromString(text));
    }

    /** 16 bytes, most significant first; the key of events about this person. */
    public byte[] bytes() {
        return ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
