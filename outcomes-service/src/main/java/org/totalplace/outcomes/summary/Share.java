package org.totalplace.outcomes.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.measure.Status;
import org.totalplace.starter.disclosure.PublishedCount;

/**
 * A share with its 95 % Wilson interval; null with {@code c} beside it, {@code z} where nothing is known, or
 * {@code low} where somebody is counted and the share still rounds to zero.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "SummaryShare")
public record Share(
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable String symbol) {

    /** The statuses that say what became of somebody. */
    public static final List<Status> KNOWN = List.of(Status.BETTER, Status.SAME, Status.WORSE);

    private static final int DECIMALS = 3;

    public static Share without(String symbol) {
        return new Share(null, null, null, symbol);
    }

    /** @param all at least 1 */
    public static Share of(long count, long all) {
        Wilson interval = Wilson.of(count, all);
        BigDecimal value = BigDecimal.valueOf(count).divide(BigDecimal.valueOf(all), DECIMALS, RoundingMode.HALF_UP);
        boolean low = count > 0 && value.signum() == 0;
        return new Share(low ? null : value, rounded(interval.low()), rounded(interval.high()), low ? "low" : null);
    }

    /** Of better, same and worse among those whose status is known, by status; from the counts as they are shown. */
    public static Map<String, Share> ofKnown(Map<String, PublishedCount> shown) {
        long known = 0;
        for (Status status : KNOWN) {
            Long count = count(shown, status);
            if (count == null) {
                return confidential();
            }
            known += count;
        }
        Map<String, Share> shares = new LinkedHashMap<>();
        for (Status status : KNOWN) {
            long count = Objects.requireNonNullElse(count(shown, status), 0L);
            shares.put(status.code(), known == 0 ? without("z") : of(count, known));
        }
        return shares;
    }

    /** None of the three can be told. */
    public static Map<String, Share> confidential() {
        Map<String, Share> shares = new LinkedHashMap<>();
        KNOWN.forEach(status -> shares.put(status.code(), without("c")));
        return shares;
    }

    /** The value, or its symbol, and the ends of its interval as text, or three times the symbol. */
    public List<Object> cells() {
        BigDecimal share = value;
        BigDecimal from = low;
        BigDecimal to = high;
        String why = String.valueOf(symbol);
        if (from == null || to == null) {
            return List.of(why, why, why);
        }
        return List.of(share == null ? why : share, from, to);
    }

    private static @Nullable Long count(Map<String, PublishedCount> shown, Status status) {
        return Objects.requireNonNull(shown.get(status.code())).value();
    }

    private static BigDecimal rounded(double share) {
        return BigDecimal.valueOf(share).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
