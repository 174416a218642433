package org.totalplace.intake.reading.mapping;

import java.util.List;
import java.util.Set;
import org.totalplace.intake.layout.Field;

/** How well a header names a field. */
final class FieldNames {

    /** Too common to mean anything within a longer header. */
    private static final Set<String> ONLY_ALONE = Set.of(
            "type",
            "id",
            "code",
            "text",
            "name",
            "reference",
            "ref",
            "net",
            "gross",
            "total",
            "value",
            "spend",
            "cost",
            "details",
            "category",
            "status",
            "service",
            "company",
            "activity",
            "kind",
            "start",
            "end",
            "result",
            "source",
            "method",
            "days",
            "hours",
            "units",
            "card",
            "house",
            "county",
            "city",
            "town",
            "road",
            "updated",
            "department",
            "division",
            "transaction",
            "purpose",
            "subjective",
            "outcome",
            "score",
            "reading",
            "team");

    private static final double A_RANK = 0.004;
    private static final double EXACT = 1;
    private static final double CONTAINED = 0.75;
    private static final double AN_EXTRA_WORD = 0.03;
    private static final double LEAST = 0.4;

    private FieldNames() {}

    /**
     * A score from 0 for no name of the field to 1 for the preferred one.
     *
     * @param words a header as {@link HeaderWords} forms it
     */
    static double score(Field field, String words) {
        if (words.isEmpty()) {
            return 0;
        }
        int rank = field.synonyms().indexOf(words);
        if (rank >= 0) {
            return EXACT - rank * A_RANK;
        }
        return words.equals(HeaderWords.of(field.name())) ? EXACT : contained(field, words);
    }

    /** Whether a header is a name of the field and nothing else. */
    static boolean isExact(Field field, String words) {
        return field.synonyms().contains(words) || words.equals(HeaderWords.of(field.name()));
    }

    private static double contained(Field field, String words) {
        String padded = " " + words + " ";
        if (field.avoided().stream().anyMatch(word -> padded.contains(" " + word + " "))) {
            return 0;
        }
        double best = 0;
        List<String> synonyms = field.synonyms();
        for (int rank = 0; rank < synonyms.size(); rank++) {
            String synonym = synonyms.get(rank);
            if (!ONLY_ALONE.contains(synonym) && padded.contains(" " + synonym + " ")) {
                int extra = countWords(words) - countWords(synonym);
                best = Math.max(best, Math.max(LEAST, CONTAINED - rank * A_RANK - extra * AN_EXTRA_WORD));
            }
        }
        return best;
    }

    private static int countWords(String words) {
        return (int) words.chars().filter(c -> c == ' ').count() + 1;
    }
}
