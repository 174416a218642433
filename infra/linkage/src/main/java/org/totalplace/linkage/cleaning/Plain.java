package org.totalplace.linkage.cleaning;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text without case, diacritics, punctuation and spare spaces. */
public final class Plain {

    private Plain() {}

    /**
     * Lower-case letters and digits with single spaces between words. Apostrophes vanish ({@code O'Brien} is one
     * word), other punctuation parts words. Letters of scripts other than Latin stay as they are.
     */
    public static String text(@Nullable String printed) {
        if (printed == null) {
            return "";
        }
        String folded = isAscii(printed) ? printed : fold(printed);
        StringBuilder plain = new StringBuilder(folded.length());
        boolean gap = false;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (gap && !plain.isEmpty()) {
                    plain.append(' ');
                }
                gap = false;
                plain.append(Character.toLowerCase(c));
            } else if (!isApostrophe(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
                gap = true;
            }
        }
        return plain.toString();
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018' || c == '`' || c == '\u00b4';
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** Canonical decomposition leaves a few Latin letters whole; these are spelt out as their countries do. */
    private static String fold(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replace("\u00df", "ss")
                .replace("\u00e6", "ae")
                .replace("\u0153", "oe")
                .replace("\u00f8", "o")
                .replace("\u0142", "l")
                .replace("\u0111", "d")
                .replace("\u00f0", "d")
                .replace("\u00fe", "th")
                .replace("\u0131", "i");
    }
}
