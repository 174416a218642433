package org.totalplace.linkage.cleaning;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Given and family names. */
public final class Names {

    private static final Set<String> TITLES = Set.of("mr", "mrs", "miss", "ms", "mx", "dr", "rev", "sir", "prof");

    private Names() {}

    /** The name in plain form without a leading title, or an empty text when it is missing or a sentinel. */
    public static String clean(@Nullable String printed) {
        String plain = Plain.text(printed);
        int space = plain.indexOf(' ');
        if (space > 0 && TITLES.contains(plain.substring(0, space))) {
            plain = plain.substring(space + 1);
        }
        return isName(plain) && !Sentinels.contains(Sentinels.Kind.NAME, plain) ? plain : "";
    }

    private static boolean isName(String plain) {
        return plain.chars().anyMatch(Character::isLetter);
    }
}
