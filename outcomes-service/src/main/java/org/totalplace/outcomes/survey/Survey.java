package org.totalplace.outcomes.survey;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that is asked again and again in the same words.
 *
 * @param agency whose service it is about, with {@code service}; null for the place
 * @param answers those that can be given, in their order
 * @param positive those of them that count as content, or as yes
 */
record Survey(
        String code,
        String question,
        @Nullable String agency,
        @Nullable String service,
        List<String> answers,
        List<String> positive) {

    private static final int MOST = 12;

    Survey {
        answers = List.copyOf(answers);
        positive = List.copyOf(positive);
        if (answers.size() < 2 || answers.size() > MOST || new HashSet<>(answers).size() != answers.size()) {
            throw new IllegalArgumentException("A question has 2 to " + MOST + " different answers");
        }
        if (positive.isEmpty() || positive.size() == answers.size() || !answers.containsAll(positive)) {
            throw new IllegalArgumentException("Some of a question's answers are positive, and some are not");
        }
    }

    /** Whether rounds of the one can stand beside rounds of the other. */
    boolean isAskedLike(Survey other) {
        return question.equals(other.question) && answers.equals(other.answers) && positive.equals(other.positive);
    }
}
