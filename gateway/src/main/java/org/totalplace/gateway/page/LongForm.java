package org.totalplace.gateway.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form of many fields in groups, as the template {@code long-form} shows it: without scripts, with what is wrong
 * beside its field and above all. A button for one more row sends the form, which comes back with it.
 *
 * @param action where it is sent
 * @param back where the reader came from
 * @param rows how many rows of each kind are shown
 * @param more what the button for one more row of a kind says
 */
public record LongForm(
        String title,
        String lead,
        String action,
        String back,
        List<Group> groups,
        Map<String, Integer> rows,
        Map<String, String> more) {

    /** How a field is filled in. */
    public enum Kind {
        LINE,
        LINES,
        CHOICE,
        TICK
    }

    /** @param options of a choice, by what is sent */
    public record Field(String id, Kind kind, String label, String hint, String value, Map<String, String> options) {}

    /** Fields under one heading. */
    public record Group(String legend, List<Field> fields) {}

    /** The page's values, with the first that is wrong about each field. */
    public Map<String, @Nullable Object> model(List<Mistake> mistakes) {
        Map<String, String> wrong = new HashMap<>();
        mistakes.forEach(mistake -> wrong.putIfAbsent(mistake.field(), mistake.words()));
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("form", this);
        model.put("wrong", wrong);
        model.put("mistakes", mistakes);
        return model;
    }
}
