package org.totalplace.outcomes.goal;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A look for names in what a person wants, since names are kept in one place only, and not with outcomes. No list has
 * every name, so that any capital within a sentence counts as one until somebody says that it is none.
 */
final class NamesInWords {

    /** Nobody's goal needs these: addresses of e-mail, long numbers, titles with a name. */
    private static final Pattern CERTAIN = Pattern.compile("(?<![\\w.+-])[\\w.+-]++@[\\w-]++(?:\\.[\\w-]++)++"
            + "|\\d(?:[ -]?\\d){5,}+"
            + "|\\b(?:Mr|Mrs|Miss|Ms|Mx|Dr|Prof|Rev)\\b\\.?\\s+\\p{Lu}[\\p{L}'\\u2019-]*+");

    private static final Pattern CAPITAL = Pattern.compile("\\b\\p{Lu}[\\p{L}'\\u2019-]*+");

    /** Capitals that English writes anyway. */
    private static final Set<String> PLAIN = Stream.of(
                    "i i'm i'd i'll i've "
                            + "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
                            + "august september october november december christmas easter ramadan eid diwali hanukkah "
                            + "english british welsh scottish irish england wales scotland ireland britain uk gp nhs tv dvd a&e pip")
            .flatMap(words -> Stream.of(words.split(" ", -1)))
            .collect(Collectors.toUnmodifiableSet());

    private NamesInWords() {}

    /** What was seen. */
    sealed interface Seen {

        /** Nothing. */
        record Nothing() implements Seen {}

        /** A capital within a sentence, which may be a name. */
        record Possible(String word) implements Seen {}

        /** What tells of somebody whatever is meant by it. */
        record Certain() implements Seen {}
    }

    static Seen in(String words) {
        if (CERTAIN.matcher(words).find()) {
            return new Seen.Certain();
        }
        Matcher capitals = CAPITAL.matcher(words);
        while (capitals.find()) {
            String word = capitals.group();
            if (!beginsSentence(words, capitals.start()) && !isPlain(word)) {
                return new Seen.Possible(word);
            }
        }
        return new Seen.Nothing();
    }

    private static boolean isPlain(String word) {
        return PLAIN.contains(word.toLowerCase(Locale.ROOT).replace('\u2019', '\''));
    }

    private static boolean beginsSentence(String words, int at) {
        int before = at - 1;
        while (before >= 0 && !Character.isLetterOrDigit(words.charAt(before)) && !ends(words.charAt(before))) {
            before--;
        }
        return before < 0 || ends(words.charAt(before));
    }

    private static boolean ends(char c) {
        return c == '.' || c == '!' || c == '?' || c == ':' || c == '\n';
    }
}
