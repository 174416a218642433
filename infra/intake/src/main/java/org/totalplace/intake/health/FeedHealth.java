package org.totalplace.intake.health;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One feed as its agency and its stewards look at it.
 *
 * @param state {@code on-time}, {@code due}, {@code late}, {@code never} or {@code unscheduled}
 * @param schedule null if nobody said when something is due
 * @param due the next day by which something is due
 * @param lastReceived when a delivery came last, whatever became of it
 * @param missingPeriods the newest that are past their due day, at most 36, oldest first
 * @param missing how many they are in all
 * @param quality of the newest delivery that counts
 * @param difference at the newest delivery that came with a control total
 * @param history the newest deliveries, at most 24, newest first
 * @param pull null if nothing is fetched for this feed
 */
public record FeedHealth(
        String feed,
        String agency,
        String kind,
        String state,
        @Nullable Scheduled schedule,
        @Nullable LocalDate due,
        @Nullable Instant lastReceived,
        @Nullable LastPublished lastPublished,
        List<String> missingPeriods,
        int missing,
        @Nullable Quality quality,
        @Nullable Difference difference,
        List<Past> history,
        @Nullable Pull pull) {

    public FeedHealth {
        missingPeriods = List.copyOf(missingPeriods);
        history = List.copyOf(history);
    }

    /**
     * @param text as the agency said it
     * @param every the same as an ISO 8601 duration
     * @param dueDays days from a period's last day to the last day on time
     */
    public record Scheduled(String text, String every, int dueDays) {}

    /** @param period null for records that stand each for itself */
    public record LastPublished(UUID delivery, @Nullable String period, Instant at) {}

    /**
     * In pounds.
     *
     * @param accepted what counts of it
     * @param refused what could be read of the refused rows
     * @param difference accepted and refused less declared
     */
    public record Difference(
            UUID delivery, BigDecimal declared, BigDecimal accepted, BigDecimal refused, BigDecimal difference) {}

    /**
     * A delivery in a line.
     *
     * @param amount accepted, in pounds; null of records without money and of what was not read
     * @param declared the control total
     * @param difference as in {@link Difference}
     * @param quality 0 to 100; null before it was read
     */
    public record Past(
            UUID delivery,
            String name,
            Instant receivedAt,
            String status,
            @Nullable String period,
            @Nullable Rows rows,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal declared,
            @Nullable BigDecimal difference,
            @Nullable Integer quality) {}

    /** Rows read are these and the blank ones. */
    public record Rows(long read, long accepted, long refused, long setAside) {}

    /**
     * What the platform fetches by itself.
     *
     * @param lastOutcome {@code handed-in}, {@code not-modified} or {@code failed}
     * @param why of a failure, in words
     * @param breaker {@code closed}, or {@code open} while the agency is left alone, or {@code half-open}
     */
    @Schema(name = "FeedPull")
    public record Pull(
            String url,
            @Nullable Instant lastTried,
            @Nullable String lastOutcome,
            @Nullable String why,
            @Nullable Instant nextTry,
            @Nullable String breaker) {}
}
