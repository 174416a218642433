package org.totalplace.intake.reading.source;

/** The byte sequences of UTF-8, by RFC 3629: no overlong ones, no surrogates, nothing past U+10FFFF. */
final class Utf8 {

    private Utf8() {}

    /** Length of the character of several bytes that starts here, or 0 if none does. */
    static int lengthAt(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xFF;
        int length = lead >= 0xC2 && lead <= 0xDF
                ? 2
                : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
        if (length == 0 || at + length > end) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return isForbidden(lead, bytes[at + 1] & 0xFF) ? 0 : length;
    }

    private static boolean isForbidden(int lead, int second) {
        return switch (lead) {
            case 0xE0 -> second < 0xA0;
            case 0xED -> second > 0x9F;
            case 0xF0 -> second < 0x90;
            case 0xF4 -> second > 0x8F;
            default -> false;
        };
    }

    /** The character of {@code length} bytes that starts here. */
    static int decode(byte[] bytes, int at, int length) {
        int value = bytes[at] & (0x7F >> length);
        for (int i = 1; i < length; i++) {
            value = (value << 6) | (bytes[at + i] & 0x3F);
        }
        return value;
    }
}
