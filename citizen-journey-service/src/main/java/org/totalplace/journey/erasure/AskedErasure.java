package org.totalplace.journey.erasure;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.PersonId;

/** An erasure as a steward sends it, unchecked. */
record AskedErasure(@Nullable String person, @Nullable String reason) {

    private static final int LONGEST_REASON = 2_000;

    /** @throws Problem 400 if it is no person's id */
    PersonId checkedPerson() {
        try {
            return new PersonId(UUID.fromString(String.valueOf(person)));
        } catch (IllegalArgumentException unreadable) {
            throw Problem.badInput(
                    "person",
                    "not-a-person",
                    "A person is a UUID as GET /api/v1/people answers, not '" + person + "'.");
        }
    }

    /** @throws Problem 400 unless there is one */
    String checkedReason() {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.badInput(
                    "reason",
                    "reason-required",
                    "Say in 1 to " + LONGEST_REASON
                            + " characters why, without naming the person: the reason is kept.");
        }
        return reason.strip();
    }
}
