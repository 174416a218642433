package org.totalplace.intake.reading.mapping;

import java.util.Locale;
import org.totalplace.intake.reading.cell.Cells;

/**
 * Brings headers to one form: words in lower case with single spaces, without punctuation, currency signs and
 * stars.
 */
final class HeaderWords {

    private static final int LONGEST = 120;

    private HeaderWords() {}

    /** For example {@code * NetAmount (£)} and {@code net_amount} become {@code net amount}. */
    static String of(String header) {
        String text = Cells.strip(header);
        StringBuilder words = new StringBuilder(text.length() + 8);
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                space(words, c);
                continue;
            }
            if (i > 0 && startsWord(text, i)) {
                space(words, ' ');
            }
            words.append(c);
        }
        String joined = words.toString().strip().toLowerCase(Locale.ROOT);
        return joined.endsWith(" gbp") ? joined.substring(0, joined.length() - 4) : joined;
    }

    private static void space(StringBuilder words, char instead) {
        if (instead != '\'' && instead != '\u2019' && !words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }

    /**
     * Whether a capital after a small letter, the last capital of several before a small letter, or a figure after
     * a letter.
     */
    private static boolean startsWord(String text, int at) {
        char before = text.charAt(at - 1);
        char here = text.charAt(at);
        if (Character.isDigit(here)) {
            return Character.isLetter(before);
        }
        if (!Character.isUpperCase(here)) {
            return false;
        }
        boolean followedBySmall = at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1));
        return Character.isLowerCase(before) || (Character.isUpperCase(before) && followedBySmall);
    }
}
