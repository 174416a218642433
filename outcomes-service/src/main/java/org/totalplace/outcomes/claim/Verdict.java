package org.totalplace.outcomes.claim;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the observations say of a claim. It is never kept: late, corrected or withdrawn observations, and a person that
 * was joined or split, change it at once.
 */
sealed interface Verdict {

    /** As the API writes it. */
    String code();

    /** In words. */
    String reason();

    /** Not reached yet, or not for long enough yet. */
    record Open(@Nullable LocalDate reachedOn, LocalDate notBefore) implements Verdict {

        @Override
        public String code() {
            return "open";
        }

        @Override
        public String reason() {
            return reachedOn == null
                    ? "No observation since " + notBefore + " reaches the threshold."
                    : "Reached on " + reachedOn + "; an observation on or after " + notBefore
                            + " must still reach it, and none in between may miss it.";
        }
    }

    /** Without the need nothing shows that anything became better. */
    record NeedNotSeen(LocalDate needOn) implements Verdict {

        @Override
        public String code() {
            return "open";
        }

        @Override
        public String reason() {
            return "No observation shows the need: the last up to " + needOn + " must miss the threshold.";
        }
    }

    /** Reached, and held for the whole period. */
    record Achieved(LocalDate reachedOn, LocalDate heldUntil) implements Verdict {

        @Override
        public String code() {
            return "achieved";
        }

        @Override
        public String reason() {
            return "Every observation from " + reachedOn + " to " + heldUntil + " reaches the threshold.";
        }
    }

    /** Reached, then missed before the period was over. */
    record NotSustained(LocalDate reachedOn, LocalDate missedOn) implements Verdict {

        @Override
        public String code() {
            return "not-sustained";
        }

        @Override
        public String reason() {
            return "Reached on " + reachedOn + " and missed on " + missedOn + ".";
        }
    }

    /** Taken back by its agency. */
    record Withdrawn(String why) implements Verdict {

        @Override
        public String code() {
            return "withdrawn";
        }

        @Override
        public String reason() {
            return why;
        }
    }

    /** A day reaches the threshold when every observation of it does, whoever made them. */
    static Verdict of(Claim claim, List<Evidence> observations) {
        if (claim.withdrawnReason() != null) {
            return new Withdrawn(claim.withdrawnReason());
        }
        if (!claim.isNeedSeenIn(observations)) {
            return new NeedNotSeen(claim.needOn());
        }
        SortedMap<LocalDate, Boolean> days = new TreeMap<>();
        observations.stream()
                .filter(seen -> !seen.day().isBefore(claim.needOn()))
                .forEach(seen -> days.merge(seen.day(), claim.isReachedBy(seen.value()), Boolean::logicalAnd));
        return ofDays(claim, days);
    }

    private static Verdict ofDays(Claim claim, SortedMap<LocalDate, Boolean> days) {
        LocalDate reached = null;
        NotSustained missed = null;
        for (var day : days.entrySet()) {
            LocalDate on = day.getKey();
            if (!day.getValue()) {
                missed = reached == null ? missed : new NotSustained(reached, on);
                reached = null;
                continue;
            }
            reached = reached == null ? on : reached;
            if (ChronoUnit.DAYS.between(reached, on) >= claim.sustainedDays()) {
                return new Achieved(reached, on);
            }
        }
        if (reached != null) {
            return new Open(reached, reached.plusDays(claim.sustainedDays()));
        }
        return missed != null ? missed : new Open(null, claim.needOn());
    }
}
