package org.totalplace.gateway.page.journey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Published;

/** The ways that people took through a map, as citizen-journey-service answers them. */
record PathwaysAnswer(
        @Nullable String observedUntil,
        @Nullable Method method,
        Published.@Nullable Count persons,
        List<Variant> variants,
        Published.@Nullable Count rare,
        List<HandOff> handOffs,
        Published.@Nullable Count repeatedAssessments,
        List<Repeated> repeatedByAgencies,
        List<DropOut> dropOuts,
        @Nullable Conformance conformance) {

    /** By what rules ways are read, in days. */
    record Method(int gapDays, int overlapDays, int repeatDays, int dropOutDays) {}

    /** @param steps {@code stage@agency}, combined ones joined by a plus sign */
    record Variant(String variant, List<String> steps, Published.@Nullable Count persons) {}

    record HandOff(
            String from,
            String to,
            Published.@Nullable Count persons,
            @Nullable Long medianWaitDays,
            @Nullable Quartiles quartiles,
            @Nullable String symbol) {}

    record Quartiles(long lower, long upper) {}

    record Repeated(String first, String again, Published.@Nullable Count persons) {}

    record DropOut(String stage, Published.@Nullable Count persons) {}

    /** @param fitness per cent of what was expected that came in time */
    record Conformance(@Nullable Long fitness, @Nullable String symbol, List<Expected> expectations) {

        Conformance {
            expectations = expectations == null ? List.of() : List.copyOf(expectations);
        }
    }

    record Expected(
            String stage,
            String expects,
            int withinDays,
            @Nullable String agency,
            Published.@Nullable Count inTime,
            Published.@Nullable Count late,
            Published.@Nullable Count outOfOrder,
            Published.@Nullable Count never,
            Published.@Nullable Count pending) {}

    PathwaysAnswer {
        variants = variants == null ? List.of() : List.copyOf(variants);
        handOffs = handOffs == null ? List.of() : List.copyOf(handOffs);
        repeatedByAgencies = repeatedByAgencies == null ? List.of() : List.copyOf(repeatedByAgencies);
        dropOuts = dropOuts == null ? List.of() : List.copyOf(dropOuts);
    }
}
