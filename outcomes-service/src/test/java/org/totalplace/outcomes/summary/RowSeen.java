package org.totalplace.outcomes.summary;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is said of whom: every resident of a row has these, and everybody who has them is in it.
 *
 * @param observed whether they were observed in the month, whatever came later; else their latest is of the months
 * @param journey null for those on any and on none, as for stage and agency
 */
record RowSeen(
        String figures,
        boolean observed,
        Set<YearMonth> months,
        @Nullable String journey,
        @Nullable String stage,
        @Nullable String agency,
        Set<String> sectors,
        Set<Integer> persons) {

    boolean holds(RowSeen other) {
        return figures.equals(other.figures)
                && holdsMonths(other)
                && SummaryAttackTests.fits(journey, other.journey)
                && SummaryAttackTests.fits(stage, other.stage)
                && SummaryAttackTests.fits(agency, other.agency)
                && sectors.containsAll(other.sectors);
    }

    /** Whether they are the same but for months, or but for the stage of a journey. */
    boolean isBeside(RowSeen other, boolean byMonth) {
        return observed == other.observed
                && Objects.equals(journey, other.journey)
                && Objects.equals(agency, other.agency)
                && sectors.equals(other.sectors)
                && (byMonth
                        ? Objects.equals(stage, other.stage) && !months.equals(other.months)
                        : months.equals(other.months) && journey != null);
    }

    private boolean holdsMonths(RowSeen other) {
        return other.observed && !observed
                ? months.containsAll(since(Collections.min(other.months)))
                : months.containsAll(other.months);
    }

    private static Set<YearMonth> since(YearMonth month) {
        YearMonth end = SummaryAttackTests.FIRST.plusMonths(SummaryAttackTests.MONTHS);
        return Stream.iterate(month, next -> next.isBefore(end), next -> next.plusMonths(1))
                .collect(Collectors.toSet());
    }
}
