package org.totalplace.starter.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param results the rows, in the list's order
 * @param paging how to go on
 */
public record Page<T>(List<T> results, Paging paging) {

    /** @param next the opaque cursor of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Paging(@Nullable String next) {}

    /** A list that is whole. */
    public static <T> Page<T> whole(List<T> results) {
        return new Page<>(results, new Paging(null));
    }

    /**
     * The first rows of what was found.
     *
     * @param found one more than a page holds, where there is more to come
     * @param most rows of a page
     * @param cursor by which the list goes on after a row
     */
    public static <T> Page<T> first(List<T> found, int most, Function<T, String> cursor) {
        return found.size() <= most ? whole(found) : of(found.subList(0, most), cursor.apply(found.get(most - 1)));
    }

    public static <T> Page<T> of(List<T> results, @Nullable String next) {
        return new Page<>(results, new Paging(next));
    }
}
