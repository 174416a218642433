package org.totalplace.linkage.cleaning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Addresses in any layout. */
public final class Addresses {

    private static final Map<String, String> SPELLINGS = read();

    private Addresses() {}

    /**
     * The address in plain form, its common words in one spelling (table {@code address-words.csv}), without a
     * postcode at its end; an empty text when missing or a sentinel.
     */
    public static String clean(@Nullable String printed) {
        String plain = Plain.text(printed);
        if (plain.isEmpty() || Sentinels.contains(Sentinels.Kind.ADDRESS, plain)) {
            return "";
        }
        StringBuilder clean = new StringBuilder(plain.length() + 16);
        for (String word : Postcodes.without(plain).split(" ")) {
            clean.append(clean.isEmpty() ? "" : " ").append(SPELLINGS.getOrDefault(word, word));
        }
        return clean.toString();
    }

    private static Map<String, String> read() {
        Map<String, String> spellings = new HashMap<>();
        for (List<String> row : Tables.rows("address-words.csv")) {
            row.forEach(word -> spellings.put(word, row.getFirst()));
        }
        return spellings;
    }
}
