package org.totalplace.gateway.page.serviceline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Words;

/**
 * Which function a steward gives a service line.
 *
 * @param division the ten divisions of COFOG are offered
 * @param group of it, where the steward knows; goes before the division
 */
record FunctionForm(String agency, String service, String name, String division, String group, String year) {

    private static final Pattern GROUP = Pattern.compile("\\d{2}\\.\\d");

    static FunctionForm empty(String year) {
        return new FunctionForm("", "", "", "", "", year);
    }

    static FunctionForm of(MultiValueMap<String, String> form, String year) {
        return new FunctionForm(
                text(form, "agency"),
                Objects.requireNonNullElse(form.getFirst("service"), ""),
                text(form, "name"),
                text(form, "division"),
                text(form, "group"),
                year);
    }

    boolean isEmpty() {
        return service.isEmpty();
    }

    List<Mistake> mistakes(Words say) {
        if (!group.isEmpty() && !GROUP.matcher(group).matches()) {
            return List.of(new Mistake("group", say.say("service-lines.write-group")));
        }
        return group.isEmpty() && division.isEmpty()
                ? List.of(new Mistake("division", say.say("service-lines.choose")))
                : List.of();
    }

    /** As the service takes it. */
    Map<String, String> sent() {
        Map<String, String> sent = new LinkedHashMap<>();
        if (!name.isEmpty()) {
            sent.put("name", name);
        }
        sent.put("cofog", group.isEmpty() ? division : group);
        return sent;
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }
}
