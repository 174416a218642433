package org.totalplace.linkage.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.totalplace.linkage.IdentityRecord;
import org.totalplace.linkage.cleaning.Addresses;
import org.totalplace.linkage.cleaning.BirthDates;
import org.totalplace.linkage.cleaning.Identifiers;
import org.totalplace.linkage.cleaning.Names;
import org.totalplace.linkage.cleaning.Postcodes;
import org.totalplace.linkage.cleaning.Sexes;

/**
 * Encodes records as cryptographic longterm keys (Schnell, Bachteler and Reiher, 2011, "A novel error-tolerant
 * anonymous linking code"): the letter pairs of all fields set bits of one Bloom filter. Which bits is told by
 * HMAC-SHA-256 under a key of its own for each part of the record, by double hashing (Kirsch and Mitzenmacher, 2006).
 * Who lacks the key can neither make nor guess encodings; who has it could try names, so the key stays with the
 * agencies. Not for several threads.
 */
public final class Encoder {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 16;

    private final EncodingSchema schema;
    private final Mac[] macs;

    /** @param key shared by the agencies, at least 16 bytes drawn by chance */
    public Encoder(EncodingSchema schema, byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "The key has " + key.length + " bytes; draw at least " + SHORTEST_KEY + " by chance.");
        }
        this.schema = schema;
        Mac whole = mac(key);
        this.macs = schema.features().stream()
                .map(feature -> mac(whole.doFinal(bytes(schema.version() + "/" + feature.part()))))
                .toArray(Mac[]::new);
    }

    /** Values that are missing set no bits. */
    public Encoding encode(IdentityRecord identity) {
        long[] words = new long[schema.bits() / 64];
        for (int f = 0; f < macs.length; f++) {
            EncodingSchema.Feature feature = schema.features().get(f);
            String text = text(feature.part(), identity);
            if (!text.isEmpty()) {
                put(text, feature, macs[f], words);
            }
        }
        return new Encoding(schema.version(), words);
    }

    private void put(String text, EncodingSchema.Feature feature, Mac mac, long[] words) {
        String padded = feature.letters() > 1 ? " " + text + " " : text;
        for (int at = 0; at + feature.letters() <= padded.length(); at++) {
            String token = padded.substring(at, at + feature.letters());
            ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(bytes(feature.placed() ? at + ":" + token : token)));
            long first = hash.getLong();
            long step = hash.getLong() | 1;
            for (int bit = 0; bit < feature.bitsEach(); bit++) {
                int place = (int) Long.remainderUnsigned(first + bit * step, schema.bits());
                words[place / 64] |= 1L << place;
            }
        }
    }

    private static String text(EncodingSchema.Part part, IdentityRecord r) {
        return switch (part) {
            case GIVEN_NAME -> Names.clean(r.givenName());
            case FAMILY_NAME -> Names.clean(r.familyName());
            case DATE_OF_BIRTH -> numbered(BirthDates.clean(r.dateOfBirth()));
            case SEX -> numbered(Sexes.clean(r.sex()));
            case POSTCODE -> Postcodes.clean(r.postcode());
            case ADDRESS -> Addresses.clean(r.address());
            case NHS_NUMBER -> Identifiers.nhsNumber(r.nhsNumber());
        };
    }

    private static String numbered(int value) {
        return value == 0 ? "" : String.valueOf(value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
