package org.totalplace.journey.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.totalplace.linkage.ScoredLink;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;

/**
 * Why two subjects are linked, without anything that they are called: where the sum of weights begins, what each
 * comparison adds, and what is taken off because people of one household would look alike too, or a shared number is
 * doubted. Weights are log2 of odds.
 *
 * @param comparisons of the fields that both records have
 */
record LinkEvidence(double prior, List<Comparison> comparisons, double adjustment) {

    /**
     * @param field as people records call it
     * @param level of likeness
     * @param meaning of the level, in words
     */
    record Comparison(String field, String level, String meaning, double weight) {}

    static LinkEvidence of(ScoredLink link) {
        List<Comparison> comparisons = link.steps().stream()
                .filter(step -> step.level() != ComparisonLevel.MISSING)
                .map(step -> new Comparison(
                        camelCase(step.field()),
                        hyphened(step.level()),
                        step.level().words(),
                        rounded(step.weight())))
                .toList();
        return new LinkEvidence(
                rounded(link.evidence().prior()),
                comparisons,
                rounded(link.evidence().adjustment()));
    }

    /** To a thousandth of a bit: more says nothing, and would make every link look changed after every run. */
    static double rounded(double weight) {
        return Math.round(weight * 1000) / 1000.0;
    }

    private static String camelCase(Field field) {
        String[] words = field.name().toLowerCase(Locale.ROOT).split("_");
        return words[0]
                + Arrays.stream(words, 1, words.length)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }

    private static String hyphened(ComparisonLevel level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
