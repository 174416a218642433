package org.totalplace.journey.linkage;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;

/** A decision as a steward sends it, unchecked. */
record AskedDecision(
        @Nullable List<@Nullable String> subjects,
        @Nullable String decision,
        @Nullable String reason) {

    private static final int LONGEST_REASON = 2_000;

    record Checked(UUID first, UUID second, Decision decision, String reason) {}

    /** @throws Problem 400 that says what to mend */
    Checked checked() {
        if (subjects == null || subjects.size() != 2) {
            throw Problem.badInput("subjects", "two-subjects", "Name the two subjects that you decide about.");
        }
        UUID first = subject(0, subjects.get(0));
        UUID second = subject(1, subjects.get(1));
        if (first.equals(second)) {
            throw Problem.badInput("subjects", "two-subjects", "The two subjects are one and the same: name two.");
        }
        return new Checked(first, second, decided(), told());
    }

    private static UUID subject(int place, @Nullable String text) {
        try {
            return UUID.fromString(String.valueOf(text));
        } catch (IllegalArgumentException unreadable) {
            throw Problem.badInput(
                    "subjects[" + place + "]",
                    "not-a-subject",
                    "A subject is a UUID as a person's links show it, not '" + text + "'.");
        }
    }

    private Decision decided() {
        return Decision.ofCode(String.valueOf(decision))
                .orElseThrow(() -> Problem.badInput(
                        "decision", "unknown-decision", "A decision is join or keep-apart, not '" + decision + "'."));
    }

    private String told() {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.badInput(
                    "reason",
                    "reason-required",
                    "Say in 1 to " + LONGEST_REASON + " characters why; the reason is kept with the decision.");
        }
        return reason.strip();
    }
}
