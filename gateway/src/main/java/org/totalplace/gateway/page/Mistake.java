package org.totalplace.gateway.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a form.
 *
 * @param field the id of the field that it is about
 * @param words what to do, as the form says it beside the field and above the page
 */
public record Mistake(String field, String words) {

    /** The first mistake about a field, in words. */
    public static @Nullable String about(List<Mistake> mistakes, String field) {
        return mistakes.stream()
                .filter(mistake -> mistake.field().equals(field))
                .map(Mistake::words)
                .findFirst()
                .orElse(null);
    }
}
