package org.totalplace.intake.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.Period;

/**
 * The days that published deliveries cover, joined where they meet.
 *
 * @param spans in order, none of which touches another
 */
public record Covered(List<Period> spans) {

    /** Where days begin and end. */
    public static final ZoneId BRITAIN = ZoneId.of("Europe/London");

    public Covered {
        spans = List.copyOf(spans);
    }

    /**
     * A published delivery.
     *
     * @param period that it covers; null for records that stand each for itself
     * @param at when it was received
     */
    public record Published(@Nullable Period period, Instant at) {}

    /** What is without a period counts for the last period of the schedule that had ended when it came. */
    public static Covered by(List<Published> deliveries, Schedule schedule) {
        List<Period> periods = deliveries.stream()
                .map(delivery -> delivery.period() == null
                        ? schedule.lastEnded(LocalDate.ofInstant(delivery.at(), BRITAIN))
                        : delivery.period())
                .sorted(Comparator.comparing(Period::from).thenComparing(Period::to))
                .toList();
        List<Period> joined = new ArrayList<>();
        for (Period next : periods) {
            Period last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || next.from().isAfter(last.to().plusDays(1))) {
                joined.add(next);
            } else if (next.to().isAfter(last.to())) {
                joined.set(joined.size() - 1, new Period(last.from(), next.to()));
            }
        }
        return new Covered(joined);
    }

    boolean holds(Period period) {
        return spans.stream()
                .anyMatch(span ->
                        !span.from().isAfter(period.from()) && !span.to().isBefore(period.to()));
    }

    Optional<LocalDate> first() {
        return spans.isEmpty() ? Optional.empty() : Optional.of(spans.getFirst().from());
    }
}
