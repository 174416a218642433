package org.totalplace.linkage.cleaning;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Postcodes of the United Kingdom, and codes of other countries as they are. */
public final class Postcodes {

    private static final Pattern AT_THE_END =
            Pattern.compile("\\b([a-z]{1,2}\\d[a-z\\d]{0,2}) ?(\\d[a-z]{2})$", Pattern.CASE_INSENSITIVE);
    private static final int INWARD = 3;

    private Postcodes() {}

    /** Upper case without spaces, or an empty text when missing, too short to place anyone, or a sentinel. */
    public static String clean(@Nullable String printed) {
        String joined = Plain.text(printed).replace(" ", "");
        if (joined.length() < 4 || joined.length() > 10 || joined.chars().noneMatch(Character::isDigit)) {
            return isWord(joined) ? joined.toUpperCase(Locale.ROOT) : "";
        }
        return Sentinels.contains(Sentinels.Kind.POSTCODE, joined) ? "" : joined.toUpperCase(Locale.ROOT);
    }

    /** The United Kingdom postcode at the end of a plain address, cleaned, or an empty text. */
    public static String within(String plainAddress) {
        Matcher found = AT_THE_END.matcher(plainAddress);
        return found.find() ? clean(found.group()) : "";
    }

    /** The plain address without the postcode at its end. */
    public static String without(String plainAddress) {
        return AT_THE_END.matcher(plainAddress).replaceFirst("").strip();
    }

    /** The postcode without its last two characters: a few thousand homes; of a code of digits alone, without one. */
    public static String sector(String clean) {
        return clean.substring(0, Math.max(1, clean.length() - (isUk(clean) ? INWARD - 1 : 1)));
    }

    /** The part before the space: a postal district; of a code of digits alone, without its last two. */
    public static String outward(String clean) {
        return clean.substring(0, Math.max(1, clean.length() - (isUk(clean) ? INWARD : 2)));
    }

    private static boolean isUk(String clean) {
        return Character.isLetter(clean.charAt(0)) && Character.isLetter(clean.charAt(clean.length() - 1));
    }

    /** Some feeds put a town where the postcode belongs; it still says where somebody lives. */
    private static boolean isWord(String joined) {
        return joined.length() >= 3
                && joined.chars().allMatch(Character::isLetter)
                && !Sentinels.contains(Sentinels.Kind.POSTCODE, joined);
    }
}
