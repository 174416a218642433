package org.totalplace.spend.decision;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.totalplace.spend.body.BodyName;

/**
 * How alike two names are: the mean of the Jaro-Winkler similarity of the whole and of the words that they share, in
 * which words that half of all public bodies bear weigh little. It only orders what a steward looks at.
 *
 * @param score from 0 to 1
 * @param common words of both, in their order
 * @param apart words of one only, in their order
 */
record Likeness(double score, List<String> common, List<String> apart) {

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final double SAME_WORD = 0.93;
    private static final double USUAL = 0.3;

    private static final Set<String> USUAL_WORDS = Set.of(
            "council",
            "county",
            "city",
            "borough",
            "district",
            "metropolitan",
            "of",
            "the",
            "and",
            "for",
            "nhs",
            "trust",
            "foundation",
            "hospitals",
            "hospital",
            "police",
            "crime",
            "commissioner",
            "fire",
            "rescue",
            "authority",
            "service",
            "services",
            "integrated",
            "care",
            "board",
            "clinical",
            "commissioning",
            "group",
            "constabulary",
            "combined",
            "department",
            "office");

    Likeness {
        common = List.copyOf(common);
        apart = List.copyOf(apart);
    }

    /** Both names as they are normalised. */
    static Likeness of(String one, String other) {
        Set<String> wordsOfOne = words(one);
        Set<String> wordsOfOther = words(other);
        List<String> common = wordsOfOne.stream()
                .filter(word -> wordsOfOther.stream().anyMatch(candidate -> isSame(word, candidate)))
                .toList();
        Set<String> apart = new TreeSet<>(wordsOfOne);
        apart.addAll(wordsOfOther);
        apart.removeIf(word -> wordsOfOne.stream().anyMatch(candidate -> isSame(word, candidate))
                && wordsOfOther.stream().anyMatch(candidate -> isSame(word, candidate)));
        double shared = weight(common);
        double all = shared + weight(apart);
        double words = all == 0 ? 0 : shared / all;
        return new Likeness((JARO_WINKLER.apply(one, other) + words) / 2, common, List.copyOf(apart));
    }

    private static Set<String> words(String name) {
        return new LinkedHashSet<>(Arrays.asList(name.split(" ")));
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other)
                || (one.length() > 3 && other.length() > 3 && JARO_WINKLER.apply(one, other) >= SAME_WORD);
    }

    private static double weight(Iterable<String> words) {
        double weight = 0;
        for (String word : words) {
            weight += USUAL_WORDS.contains(word) ? USUAL : 1;
        }
        return weight;
    }

    /** The words of a name by which bodies are told apart. */
    static Set<String> tellingWords(String name) {
        Set<String> words = words(BodyName.normalised(name));
        words.removeIf(word -> word.length() < 4 || USUAL_WORDS.contains(word));
        return words;
    }

    /** Whether a word that tells bodies apart is in both. */
    boolean isTelling() {
        return common.stream().anyMatch(word -> !USUAL_WORDS.contains(word));
    }
}
