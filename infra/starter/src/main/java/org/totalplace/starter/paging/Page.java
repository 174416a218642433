package org.totalplace.starter.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
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

    public static <T> Page<T> of(List<T> results, @Nullable String next) {
        return new Page<>(results, new Paging(next));
    }
}
