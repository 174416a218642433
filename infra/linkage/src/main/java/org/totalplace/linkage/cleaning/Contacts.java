package org.totalplace.linkage.cleaning;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** E-mail addresses, telephone numbers, other numbers of a person, towns and such words. */
public final class Contacts {

    /** The national part of a number; what stands before it is a trunk or country code. */
    private static final int NATIONAL_DIGITS = 9;

    private static final int FEWEST_DIGITS = 6;

    private Contacts() {}

    /** In lower case without spaces, or an empty text when there is nothing about an at sign. */
    public static String email(@Nullable String printed) {
        String joined = printed == null ? "" : printed.replace(" ", "").toLowerCase(Locale.ROOT);
        int at = joined.indexOf('@');
        return at > 0 && at < joined.length() - 1 ? joined : "";
    }

    /** What stands before the at sign, without points, hyphens and the like. */
    public static String mailbox(String email) {
        return email.substring(0, Math.max(0, email.indexOf('@'))).replaceAll("[^a-z0-9]", "");
    }

    /** The last nine digits, or an empty text when there are fewer than six or all are alike. */
    public static String phone(@Nullable String printed) {
        String digits = printed == null ? "" : printed.replaceAll("\\D", "");
        return digits.length() < FEWEST_DIGITS || digits.chars().distinct().count() < 2
                ? ""
                : digits.substring(Math.max(0, digits.length() - NATIONAL_DIGITS));
    }

    /** Letters and digits without spaces, or an empty text for a sentinel, one repeated sign or fewer than four. */
    public static String identifier(@Nullable String printed) {
        String plain = Plain.text(printed);
        String joined = plain.replace(" ", "");
        boolean says = joined.length() >= 4
                && joined.chars().distinct().count() > 1
                && joined.chars().anyMatch(Character::isDigit)
                && !Sentinels.contains(Sentinels.Kind.NAME, plain);
        return says ? joined : "";
    }

    /** Plain words, or an empty text for a sentinel. */
    public static String words(@Nullable String printed) {
        String plain = Plain.text(printed);
        return Sentinels.contains(Sentinels.Kind.ADDRESS, plain) ? "" : plain;
    }
}
