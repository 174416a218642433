package org.totalplace.journey.pathway;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.totalplace.journey.journey.Expectation;
import org.totalplace.journey.journey.Stage;

/**
 * Whether what a map expects after a stage came.
 *
 * @param stage after which something is expected
 * @param counts persons by what came of it
 */
record Conformance(String stage, Expectation expected, Map<Verdict, Long> counts) {

    /** What came of one expectation for one person. */
    enum Verdict {
        /** It began no more days than allowed after the stage's first era ended. */
        IN_TIME,
        /** It began later. */
        LATE,
        /** It began before the stage did, and not again. */
        OUT_OF_ORDER,
        /** It never began, though its time is over. */
        NEVER,
        /** It has not begun, but may yet. */
        PENDING
    }

    /** Every expectation of the stages, with what came of it for those who were in the stage. */
    static List<Conformance> of(List<Way> ways, List<Stage> stages, LocalDate observedUntil) {
        return stages.stream()
                .flatMap(stage ->
                        stage.expects().stream().map(expected -> of(ways, stage.stage(), expected, observedUntil)))
                .toList();
    }

    private static Conformance of(List<Way> ways, String stage, Expectation expected, LocalDate observedUntil) {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        for (Way way : ways) {
            verdict(way, stage, expected, observedUntil).ifPresent(verdict -> counts.merge(verdict, 1L, Long::sum));
        }
        return new Conformance(stage, expected, counts);
    }

    /** Nothing where the person never was in the stage. */
    static Optional<Verdict> verdict(Way way, String stage, Expectation expected, LocalDate observedUntil) {
        return way.eras().stream()
                .filter(era -> era.stage().equals(stage))
                .findFirst()
                .map(before -> after(way, before, expected, observedUntil));
    }

    private static Verdict after(Way way, Era before, Expectation expected, LocalDate observedUntil) {
        List<Era> candidates = way.eras().stream()
                .filter(era -> era.stage().equals(expected.stage()))
                .filter(era -> expected.agency() == null || expected.agency().equals(era.agency()))
                .toList();
        Optional<Era> next = candidates.stream()
                .filter(era -> !era.start().isBefore(before.start()))
                .min(Comparator.comparing(Era::start));
        if (next.isPresent()) {
            long wait = ChronoUnit.DAYS.between(before.end(), next.get().start());
            return wait <= expected.withinDays() ? Verdict.IN_TIME : Verdict.LATE;
        }
        if (!candidates.isEmpty()) {
            return Verdict.OUT_OF_ORDER;
        }
        return before.end().plusDays(expected.withinDays()).isBefore(observedUntil) ? Verdict.NEVER : Verdict.PENDING;
    }

    long count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }
}
