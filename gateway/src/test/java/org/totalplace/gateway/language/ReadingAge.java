package org.totalplace.gateway.language;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How old a reader of English has to be: the grade of Flesch and Kincaid (Kincaid, Fishburne, Rogers and Chissom,
 * Derivation of new readability formulas for Navy enlisted personnel, 1975) and the five years before school. Syllables
 * are counted by groups of vowels.
 */
final class ReadingAge {

    private static final Pattern ARGUMENT = Pattern.compile("\\{[^{}]*}");
    private static final Pattern END = Pattern.compile("[.?!:;]+(\\s|$)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z’'-]+");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SILENT = Pattern.compile(".*([^l]e|[^dt]ed)$");
    private static final int BEFORE_SCHOOL = 5;
    private static final int SHORTEST = 4;

    private ReadingAge() {}

    /** Of prose: what is only a word or two, as labels are, says nothing about how it reads. */
    static double of(Collection<String> texts) {
        int sentences = 0;
        int words = 0;
        int syllables = 0;
        for (String text : texts) {
            String prose = ARGUMENT.matcher(text).replaceAll("7");
            long count = WORD.matcher(prose).results().count();
            if (count < SHORTEST || !END.matcher(prose).find()) {
                continue;
            }
            words += (int) count;
            sentences += (int) Arrays.stream(END.split(prose))
                    .filter(sentence -> WORD.matcher(sentence).find())
                    .count();
            syllables += WORD.matcher(prose)
                    .results()
                    .mapToInt(word -> syllables(word.group()))
                    .sum();
        }
        return words == 0 ? 0 : 0.39 * words / sentences + 11.8 * syllables / words - 15.59 + BEFORE_SCHOOL;
    }

    static int syllables(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        int vowels = (int) VOWELS.matcher(plain).results().count();
        return Math.max(1, vowels > 1 && SILENT.matcher(plain).matches() ? vowels - 1 : vowels);
    }
}
