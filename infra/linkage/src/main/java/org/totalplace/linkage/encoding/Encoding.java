package org.totalplace.linkage.encoding;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** One record as bits under a schema and a key: what an agency sends in place of clear fields. */
public final class Encoding {

    private final String version;
    private final long[] words;
    private final int count;

    Encoding(String version, long[] words) {
        this.version = version;
        this.words = words;
        this.count = Arrays.stream(words).mapToInt(Long::bitCount).sum();
    }

    /** The version of the schema. */
    public String version() {
        return version;
    }

    /** Reads {@link #toText}; refuses text of another length than the schema's. */
    public static Encoding fromText(String text, EncodingSchema schema) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length * 8 != schema.bits()) {
            throw new IllegalArgumentException("An encoding of schema " + schema.version() + " has " + schema.bits()
                    + " bits, got " + bytes.length * 8 + ".");
        }
        long[] words = new long[schema.bits() / 64];
        ByteBuffer.wrap(bytes).asLongBuffer().get(words);
        return new Encoding(schema.version(), words);
    }

    public String toText() {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * Long.BYTES);
        bytes.asLongBuffer().put(words);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /** Dice's coefficient of the bits set, 0 to 1; refuses encodings of two schemas. */
    public double likeness(Encoding other) {
        if (!version.equals(other.version)) {
            throw new IllegalArgumentException(
                    "Encodings of schemas " + version + " and " + other.version + " cannot be compared. Agree on one.");
        }
        int common = 0;
        for (int w = 0; w < words.length; w++) {
            common += Long.bitCount(words[w] & other.words[w]);
        }
        return count + other.count == 0 ? 0 : 2.0 * common / (count + other.count);
    }

    int bits() {
        return words.length * 64;
    }

    boolean isSet(int bit) {
        return (words[bit / 64] >>> bit & 1) != 0;
    }
}
