package org.totalplace.gateway.page.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Words;

/** What a steward decided about two records. */
record DecisionForm(String first, String second, String decision, String reason) {

    static final DecisionForm EMPTY = new DecisionForm("", "", "", "");

    private static final List<String> DECISIONS = List.of("join", "keep-apart");

    static DecisionForm of(MultiValueMap<String, String> typed) {
        return new DecisionForm(
                text(typed, "first"), text(typed, "second"), text(typed, "decision"), text(typed, "reason"));
    }

    List<Mistake> mistakes(Words say) {
        List<Mistake> mistakes = new ArrayList<>();
        if (!DECISIONS.contains(decision)) {
            mistakes.add(new Mistake("decision", say.say("doubtful.choose")));
        }
        if (reason.isEmpty()) {
            mistakes.add(new Mistake("reason", say.say("doubtful.say-why")));
        }
        return List.copyOf(mistakes);
    }

    /** Nothing was filled in. */
    boolean isEmpty() {
        return equals(EMPTY);
    }

    /** As the service takes it. */
    Map<String, Object> sent() {
        return Map.of("subjects", List.of(first, second), "decision", decision, "reason", reason);
    }

    private static String text(MultiValueMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "").strip();
    }
}
