package org.totalplace.journey.community.circle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a helper may be introduced: on a day on which every kind of check that the circle needs holds.
 *
 * @param needs never empty
 */
record Clearance(Set<CheckKind> needs, List<Check> checks) {

    Clearance {
        needs = Set.copyOf(needs);
        checks = List.copyOf(checks);
        if (needs.isEmpty()) {
            throw new IllegalArgumentException("A circle needs a check at least: nobody is introduced unseen");
        }
    }

    boolean holdsOn(LocalDate day) {
        return needs.stream()
                .allMatch(kind -> checks.stream().anyMatch(check -> check.kind() == kind && check.holdsOn(day)));
    }

    /** The last day for which it holds on and on from this one; empty where it does not hold on it. */
    Optional<LocalDate> until(LocalDate day) {
        if (!holdsOn(day)) {
            return Optional.empty();
        }
        LocalDate last = day;
        while (true) {
            LocalDate held = last;
            LocalDate next = needs.stream()
                    .map(kind -> end(kind, held))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            if (!holdsOn(next.plusDays(1))) {
                return Optional.of(next);
            }
            last = next.plusDays(1);
        }
    }

    private LocalDate end(CheckKind kind, LocalDate day) {
        return checks.stream()
                .filter(check -> check.kind() == kind && check.holdsOn(day))
                .map(check -> check.withdrawnOn() == null || check.withdrawnOn().isAfter(check.until())
                        ? check.until()
                        : check.withdrawnOn().minusDays(1))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
