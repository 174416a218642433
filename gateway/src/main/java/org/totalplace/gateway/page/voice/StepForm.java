package org.totalplace.gateway.page.voice;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;

/**
 * What somebody who answers filled in.
 *
 * @param fields by their names
 */
record StepForm(String number, String step, Map<String, String> fields) {

    static final StepForm EMPTY = new StepForm("", "", Map.of());

    private static final List<String> FIELDS = List.of(
            "about",
            "words",
            "agency",
            "service",
            "journey",
            "verdict",
            "role",
            "milestone",
            "due",
            "of",
            "path",
            "amount",
            "gist",
            "event",
            "why",
            "namesNobody",
            "seen");

    static StepForm of(MultiValueMap<String, String> typed) {
        Map<String, String> fields = new HashMap<>();
        for (String field : FIELDS) {
            String text = Objects.requireNonNullElse(typed.getFirst(field), "").strip();
            if (!text.isEmpty()) {
                fields.put(field, text);
            }
        }
        return new StepForm(
                Objects.requireNonNullElse(typed.getFirst("number"), ""),
                Objects.requireNonNullElse(typed.getFirst("step"), ""),
                Map.copyOf(fields));
    }

    /** What stood in a field when the form came back, or else what it begins with. */
    public String value(String ofStep, String field, String otherwise) {
        return ofStep.equals(step) ? fields.getOrDefault(field, "") : otherwise;
    }

    /** Whether the path of a step can be built of it. */
    boolean hasNumber() {
        return number.matches("\\d{1,18}");
    }

    /** As the service takes it; numbers as they were typed, which it reads or refuses. */
    Map<String, Object> sent() {
        Map<String, Object> sent = new LinkedHashMap<>(fields);
        sent.put("step", step);
        sent.put("namesNobody", fields.containsKey("namesNobody"));
        return sent;
    }
}
