package org.totalplace.journey.pathway;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.disclosure.PublishedCount;

/**
 * How far what happened keeps to the map, as it may be published.
 *
 * @param fitness of all that was decided, the percentage that came in time; from the rounded counts, whole; null with
 *     symbol {@code c} where they are confidential, {@code z} where nothing was expected of anybody
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ConformanceAnswer(@Nullable Long fitness, @Nullable String symbol, List<Expected> expectations) {

    private static final long PERCENT = 100;

    /**
     * @param stage after which something is expected
     * @param expects the stage that should follow
     * @param agency whose job it is; null for any
     * @param never it did not come, and its time is over
     * @param pending it has not come, but may yet; not part of the fitness
     */
    record Expected(
            String stage,
            String expects,
            int withinDays,
            @Nullable String agency,
            PublishedCount inTime,
            PublishedCount late,
            PublishedCount outOfOrder,
            PublishedCount never,
            PublishedCount pending) {

        static Expected of(Conformance conformance) {
            return new Expected(
                    conformance.stage(),
                    conformance.expected().stage(),
                    conformance.expected().withinDays(),
                    conformance.expected().agency(),
                    count(conformance, Conformance.Verdict.IN_TIME),
                    count(conformance, Conformance.Verdict.LATE),
                    count(conformance, Conformance.Verdict.OUT_OF_ORDER),
                    count(conformance, Conformance.Verdict.NEVER),
                    count(conformance, Conformance.Verdict.PENDING));
        }

        private static PublishedCount count(Conformance conformance, Conformance.Verdict verdict) {
            return PublishedCount.of(conformance.count(verdict));
        }
    }

    static ConformanceAnswer of(List<Conformance> conformance) {
        PublishedCount inTime = PublishedCount.of(sum(conformance, true));
        PublishedCount missed = PublishedCount.of(sum(conformance, false));
        Long kept = inTime.value();
        Long others = missed.value();
        List<Expected> expectations = conformance.stream().map(Expected::of).toList();
        if (kept == null || others == null) {
            return new ConformanceAnswer(null, "c", expectations);
        }
        long decided = kept + others;
        return decided == 0
                ? new ConformanceAnswer(null, "z", expectations)
                : new ConformanceAnswer((kept * PERCENT + decided / 2) / decided, null, expectations);
    }

    private static long sum(List<Conformance> conformance, boolean inTime) {
        return conformance.stream()
                .flatMap(each -> each.counts().entrySet().stream())
                .filter(count -> count.getKey() != Conformance.Verdict.PENDING)
                .filter(count -> (count.getKey() == Conformance.Verdict.IN_TIME) == inTime)
                .mapToLong(count -> Objects.requireNonNull(count.getValue()))
                .sum();
    }
}
