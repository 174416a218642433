package org.totalplace.starter.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A count of persons or their contacts as it may be published: 7 or fewer is confidential, others are rounded to the
 * nearest 5. Source of the rule: {@code method.md}, after NHS England's disclosure control for small numbers.
 *
 * @param value the rounded count, null when it is not shown
 * @param symbol {@code c} when confidential, else null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PublishedCount(@Nullable Long value, @Nullable String symbol) {

    /** The largest count that is never shown. */
    public static final long CONFIDENTIAL_UP_TO = 7;

    private static final long STEP = 5;

    /**
     * @param count at least 0; nobody at all is published as 0, for it points at nobody
     * @throws IllegalArgumentException if it is negative
     */
    public static PublishedCount of(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("A count is not negative: " + count);
        }
        if (count > 0 && count <= CONFIDENTIAL_UP_TO) {
            return new PublishedCount(null, "c");
        }
        return new PublishedCount((count + STEP / 2) / STEP * STEP, null);
    }

    /** What a table cell or CSV field shows: the number, or the symbol. */
    public String shown() {
        return value == null ? String.valueOf(symbol) : value.toString();
    }
}
