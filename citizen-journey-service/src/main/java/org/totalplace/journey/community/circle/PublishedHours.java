package org.totalplace.journey.community.circle;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.disclosure.PublishedAmount;
import org.totalplace.value.Pence;

/**
 * Hours that persons gave, as they may be published: confidential under the rules for amounts, since who gave nearly
 * all of them is one who is known to. Whole hours, the half rounded up.
 *
 * @param value null when not shown
 * @param symbol {@code c} when confidential, else null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PublishedHours(@Nullable Long value, @Nullable String symbol) {

    private static final long MINUTES = 60;

    static PublishedHours of(long minutes, long givers, long largestTwo) {
        String symbol = PublishedAmount.of(new Pence(minutes), givers, new Pence(largestTwo))
                .symbol();
        return symbol == null
                ? new PublishedHours((minutes + MINUTES / 2) / MINUTES, null)
                : new PublishedHours(null, symbol);
    }

    String shown() {
        return value == null ? String.valueOf(symbol) : value.toString();
    }
}
