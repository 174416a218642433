package org.totalplace.gateway.page.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Words;

/**
 * What an agency answers, as the form holds it.
 *
 * @param cursor where in the queue the contest was shown
 * @param decision {@code corrected}, {@code partly-corrected}, {@code kept}, or {@code later} for two months more
 */
record AnswerForm(String contest, String cursor, String decision, String words) {

    static final AnswerForm EMPTY = new AnswerForm("", "", "", "");

    private static final String LATER = "later";
    private static final List<String> DECISIONS = List.of("corrected", "partly-corrected", "kept", LATER);

    static AnswerForm of(MultiValueMap<String, String> form) {
        return new AnswerForm(text(form, "contest"), text(form, "cursor"), text(form, "decision"), text(form, "words"));
    }

    List<Mistake> mistakes(Words say) {
        List<Mistake> mistakes = new ArrayList<>();
        if (!DECISIONS.contains(decision)) {
            mistakes.add(new Mistake("decision", say.say("contests.choose-done")));
        }
        if (words.isEmpty()) {
            mistakes.add(new Mistake("words", say.say("contests.say-why")));
        }
        return List.copyOf(mistakes);
    }

    boolean isLater() {
        return decision.equals(LATER);
    }

    /** As the service takes it. */
    Map<String, String> sent() {
        return isLater() ? Map.of("reason", words) : Map.of("decision", decision, "words", words);
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }
}
