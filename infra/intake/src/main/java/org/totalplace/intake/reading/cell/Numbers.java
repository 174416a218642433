package org.totalplace.intake.reading.cell;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads decimal numbers, with or without commas between the thousands. */
public final class Numbers {

    private static final int MOST_CHARACTERS = 40;
    private static final int LARGEST_EXPONENT = 18;

    private Numbers() {}

    /** The number that a stripped cell holds, or null if it holds none, or one of more than 40 characters. */
    public static @Nullable BigDecimal read(String stripped) {
        if (stripped.length() > MOST_CHARACTERS || !isNumber(stripped)) {
            return null;
        }
        BigDecimal number = new BigDecimal(stripped.indexOf(',') < 0 ? stripped : stripped.replace(",", ""));
        return Math.abs((long) number.scale()) > LARGEST_EXPONENT ? null : number;
    }

    /** Checked beforehand, since an exception for each bad cell of a large file would take minutes. */
    private static boolean isNumber(String text) {
        int at = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int digits = 0;
        boolean point = false;
        int sinceComma = -1;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
                sinceComma = sinceComma < 0 ? -1 : sinceComma + 1;
            } else if (c == ',' && !point && digits > 0 && (sinceComma < 0 ? digits <= 3 : sinceComma == 3)) {
                sinceComma = 0;
            } else if (c == '.' && !point && (sinceComma < 0 || sinceComma == 3)) {
                point = true;
                sinceComma = -1;
            } else {
                return (c == 'e' || c == 'E') && digits > 0 && isExponent(text, at + 1);
            }
        }
        return digits > 0 && (sinceComma < 0 || sinceComma == 3);
    }

    private static boolean isExponent(String text, int from) {
        int at = from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+') ? from + 1 : from;
        int digits = text.length() - at;
        for (int i = at; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return digits >= 1 && digits <= 3;
    }
}
