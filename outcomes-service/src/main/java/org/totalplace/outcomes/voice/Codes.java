package org.totalplace.outcomes.voice;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes by which people follow what they said: fifteen drawn signs, 75 bits, and one that shows mistyping.
 * Letters are those that are not mistaken for figures (Crockford's base 32). Only a keyed hash is kept.
 */
public final class Codes {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int DRAWN = 15;
    private static final int GROUP = 4;

    private final SecretKeySpec key;
    private final SecureRandom chance;

    /** @param key in hexadecimal digits */
    Codes(String key, SecureRandom chance) {
        this.key = new SecretKeySpec(HexFormat.of().parseHex(key), ALGORITHM);
        this.chance = chance;
    }

    /** @param text as it is printed: {@code 7K2M-9QXD-04TR-5WBN} */
    public record Code(String text, byte[] hash) {

        /** Neither belongs into a log. */
        @Override
        public String toString() {
            return "a code";
        }
    }

    public Code fresh() {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < DRAWN; i++) {
            drawn.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        }
        return code(drawn.append(check(drawn)).toString());
    }

    /** Empty if it is none of ours, or mistyped. */
    public Optional<Code> read(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u2010-\\u2015-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean ours = plain.length() == DRAWN + 1
                && plain.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)
                && plain.charAt(DRAWN) == check(plain.substring(0, DRAWN));
        return ours ? Optional.of(code(plain)) : Optional.empty();
    }

    private Code code(String plain) {
        String grouped = plain.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
        return new Code(grouped, mac("voice code", plain));
    }

    private char check(CharSequence drawn) {
        return LETTERS.charAt(mac("voice check", drawn)[0] & (LETTERS.length() - 1));
    }

    private byte[] mac(String purpose, CharSequence text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return mac.doFinal(text.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
