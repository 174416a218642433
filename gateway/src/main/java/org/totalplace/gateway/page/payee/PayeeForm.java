package org.totalplace.gateway.page.payee;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Words;

/**
 * What a steward decided about a name.
 *
 * @param meaning {@code agency:} or {@code body:} with a code, or {@code none}
 */
record PayeeForm(String payee, String meaning, String reason) {

    static final PayeeForm EMPTY = new PayeeForm("", "", "");

    private static final String AGENCY = "agency:";
    private static final String BODY = "body:";
    private static final String NONE = "none";

    static PayeeForm of(MultiValueMap<String, String> typed) {
        return new PayeeForm(
                Objects.requireNonNullElse(typed.getFirst("payee"), ""), text(typed, "meaning"), text(typed, "reason"));
    }

    List<Mistake> mistakes(Words say) {
        List<Mistake> mistakes = new ArrayList<>();
        if (!meaning.startsWith(AGENCY) && !meaning.startsWith(BODY) && !meaning.equals(NONE)) {
            mistakes.add(new Mistake("meaning", say.say("payees.choose")));
        }
        if (reason.isEmpty()) {
            mistakes.add(new Mistake("reason", say.say("doubtful.say-why")));
        }
        return List.copyOf(mistakes);
    }

    /** As the service takes it. */
    Map<String, Object> sent() {
        if (meaning.startsWith(AGENCY)) {
            return Map.of("payee", payee, "agency", meaning.substring(AGENCY.length()), "reason", reason);
        }
        return meaning.startsWith(BODY)
                ? Map.of("payee", payee, "body", meaning.substring(BODY.length()), "reason", reason)
                : Map.of("payee", payee, "none", true, "reason", reason);
    }

    private static String text(MultiValueMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "").strip();
    }
}
