package org.totalplace.linkage.cleaning;

import org.jspecify.annotations.Nullable;

/** Numbers that name one person or one property. */
public final class Identifiers {

    private static final int NHS_LENGTH = 10;
    private static final int UPRN_LENGTH = 12;

    private Identifiers() {}

    /**
     * The ten digits of an NHS number, or an empty text when missing, a sentinel, or its check digit is wrong (modulus
     * 11: NHS data dictionary, "NHS number").
     */
    public static String nhsNumber(@Nullable String printed) {
        String digits = Plain.text(printed).replace(" ", "");
        boolean valid = digits.length() == NHS_LENGTH
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && checks(digits)
                && !Sentinels.contains(Sentinels.Kind.NHS, digits);
        return valid ? digits : "";
    }

    /** The digits of a unique property reference number without leading zeros, or an empty text. */
    public static String uprn(@Nullable String printed) {
        String digits = Plain.text(printed).replace(" ", "").replaceFirst("^0+", "");
        boolean valid = !digits.isEmpty()
                && digits.length() <= UPRN_LENGTH
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && digits.chars().distinct().count() > 1;
        return valid ? digits : "";
    }

    private static boolean checks(String digits) {
        int sum = 0;
        for (int i = 0; i < NHS_LENGTH - 1; i++) {
            sum += (digits.charAt(i) - '0') * (NHS_LENGTH - i);
        }
        int check = (11 - sum % 11) % 11;
        return check < 10 && check == digits.charAt(NHS_LENGTH - 1) - '0';
    }
}
