package org.totalplace.outcomes.contest;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How far a contest is. What may follow stands in one table; nothing follows what has ended. */
enum ContestState {
    OPEN,
    EXTENDED,
    ANSWERED,
    WITHDRAWN;

    /** What somebody does with a contest: the agency extends and answers, the person withdraws. */
    enum Step {
        EXTEND,
        ANSWER,
        WITHDRAW
    }

    private static final Map<ContestState, Map<Step, ContestState>> AFTER = Map.of(
            OPEN, Map.of(Step.EXTEND, EXTENDED, Step.ANSWER, ANSWERED, Step.WITHDRAW, WITHDRAWN),
            EXTENDED, Map.of(Step.ANSWER, ANSWERED, Step.WITHDRAW, WITHDRAWN),
            ANSWERED, Map.of(),
            WITHDRAWN, Map.of());

    /** Empty where the step cannot be taken. */
    Optional<ContestState> after(Step step) {
        return Optional.ofNullable(AFTER.getOrDefault(this, Map.of()).get(step));
    }

    /** Whether the agency still owes an answer. */
    boolean isRunning() {
        return this == OPEN || this == EXTENDED;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ContestState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
