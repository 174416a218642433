package org.totalplace.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A name printed whole, parted into given and family name; either may be empty. */
record FullName(String given, String family) {

    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "miss",
            "ms",
            "mx",
            "dr",
            "rev",
            "sir",
            "prof",
            "lord",
            "lady",
            "dame",
            "master",
            "rt",
            "hon",
            "the",
            "major",
            "captain",
            "capt",
            "colonel",
            "general",
            "baron",
            "baroness",
            "count");
    private static final Set<String> SUFFIXES =
            Set.of("jr", "sr", "jnr", "snr", "ii", "iii", "iv", "esq", "obe", "mbe", "phd", "md", "kbe", "cbe");
    private static final Set<String> PARTICLES = Set.of(
            "de", "da", "do", "dos", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "ten",
            "bin", "ibn", "al", "el", "st", "saint", "mac", "mc", "o", "ap", "ab", "zu", "af", "dal");

    /**
     * {@code Family, Given} or {@code Given Family}; what follows a comma and says a rank is left out. The name of
     * an organisation is not parted.
     */
    static FullName of(String printed) {
        if (Organisations.isOne(printed)) {
            return new FullName("", Organisations.clean(printed));
        }
        int comma = printed.indexOf(',');
        if (comma > 0) {
            List<String> after = words(printed.substring(comma + 1));
            List<String> before = words(printed.substring(0, comma));
            boolean rank = after.isEmpty() || Character.isDigit(after.getFirst().charAt(0));
            if (!rank && before.size() <= 3) {
                return new FullName(after.getFirst(), String.join(" ", before));
            }
            return ofWords(before);
        }
        return ofWords(words(printed));
    }

    private static FullName ofWords(List<String> words) {
        if (words.size() < 2) {
            return new FullName("", words.isEmpty() ? "" : words.getFirst());
        }
        int family = words.size() - 1;
        while (family > 1 && PARTICLES.contains(plain(words.get(family - 1)))) {
            family--;
        }
        return new FullName(words.getFirst(), String.join(" ", words.subList(family, words.size())));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isBlank())
                .toList());
        while (words.size() > 1 && TITLES.contains(plain(words.getFirst()))) {
            words.removeFirst();
        }
        while (words.size() > 1 && SUFFIXES.contains(plain(words.getLast()))) {
            words.removeLast();
        }
        return words;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace(".", "");
    }
}
