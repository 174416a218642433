package org.totalplace.outcomes.claim;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

    /** @param observations in the order of their days */
    static Verdict of(Claim claim, List<Evidence> observations) {
        if (claim.withdrawnReason() != null) {
            return new Withdrawn(claim.withdrawnReason());
        }
        LocalDate reached = null;
        NotSustained missed = null;
        for (Evidence evidence : observations) {
            if (evidence.day().isBefore(claim.needOn())) {
                continue;
            }
            if (!claim.isReachedBy(evidence.value())) {
                missed = reached == null ? missed : new NotSustained(reached, evidence.day());
                reached = null;
                continue;
            }
            reached = reached == null ? evidence.day() : reached;
            if (ChronoUnit.DAYS.between(reached, evidence.day()) >= claim.sustainedDays()) {
                return new Achieved(reached, evidence.day());
            }
        }
        if (reached != null) {
            return new Open(reached, reached.plusDays(claim.sustainedDays()));
        }
        return missed != null ? missed : new Open(null, claim.needOn());
    }
}
