package org.totalplace.gateway.page.outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Words;

/**
 * Whose outcomes a reader of the page wants to see; it stands in the page's address, so that it can be shared.
 *
 * @param journey a map's code, blank for any
 * @param agency that observed, blank for any
 * @param from first month of the latest observation, like {@code 2024-04}, blank for any
 * @param to last month, likewise
 */
record OutcomesAsked(String journey, String agency, String from, String to) {

    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    static OutcomesAsked of(MultiValueMap<String, String> query) {
        return new OutcomesAsked(text(query, "journey"), text(query, "agency"), text(query, "from"), text(query, "to"));
    }

    List<Mistake> mistakes(Words words) {
        List<Mistake> mistakes = new ArrayList<>();
        check(mistakes, "from", from, words);
        check(mistakes, "to", to, words);
        return List.copyOf(mistakes);
    }

    private static void check(List<Mistake> mistakes, String field, String month, Words words) {
        if (!month.isEmpty() && !MONTH.matcher(month).matches()) {
            mistakes.add(new Mistake(field, words.say("outcomes.write-month")));
        }
    }

    /** As the service takes it. */
    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "journey", journey);
        put(query, "agency", agency);
        put(query, "from", from);
        put(query, "to", to);
        return query;
    }

    private static void put(Map<String, String> query, String name, String value) {
        if (!value.isEmpty()) {
            query.put(name, value);
        }
    }

    private static String text(MultiValueMap<String, String> query, String name) {
        return Objects.requireNonNullElse(query.getFirst(name), "").strip();
    }
}
