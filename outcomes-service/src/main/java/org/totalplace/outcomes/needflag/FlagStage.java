package org.totalplace.outcomes.needflag;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How far a need flag is. What may follow stands in one table; nothing follows what has ended. */
enum FlagStage {
    RAISED("It waits for somebody who is trained to read it. Nobody has read it yet."),
    TAKEN_UP("Somebody who is trained has read it and is seeing to it."),
    HELPED("It was looked after. Thank you. What you wrote has been deleted."),
    DISMISSED("It was looked at, and nothing needed to be done. Thank you. What you wrote has been deleted."),
    EXPIRED("Somebody who is trained read it, but nobody told us what came of it before its time was over. What you"
            + " wrote has been deleted. If you still worry, tell us again."),
    /** Its time was over before anybody had looked. */
    LAPSED("Nobody read it before its time was over, and what you wrote has been deleted. If you still worry, tell us"
            + " again, or ring your council.");

    /** What safeguarding staff do with a flag; its expiry is the calendar's. */
    enum Step {
        TAKE_UP,
        HELPED,
        DISMISS,
        EXPIRE;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Step> ofCode(String code) {
            for (Step step : values()) {
                if (step != EXPIRE && step.code().equals(code)) {
                    return Optional.of(step);
                }
            }
            return Optional.empty();
        }
    }

    private static final Map<FlagStage, Map<Step, FlagStage>> AFTER = Map.of(
            RAISED, Map.of(Step.TAKE_UP, TAKEN_UP, Step.DISMISS, DISMISSED, Step.EXPIRE, LAPSED),
            TAKEN_UP,
                    Map.of(
                            Step.TAKE_UP, TAKEN_UP,
                            Step.HELPED, HELPED,
                            Step.DISMISS, DISMISSED,
                            Step.EXPIRE, EXPIRED));

    private final String feedback;

    FlagStage(String feedback) {
        this.feedback = feedback;
    }

    /** Empty where the step cannot be taken. */
    Optional<FlagStage> after(Step step) {
        return Optional.ofNullable(AFTER.getOrDefault(this, Map.of()).get(step));
    }

    boolean hasEnded() {
        return !AFTER.containsKey(this);
    }

    /** What whoever raised it is told; nothing of anybody. */
    String feedback() {
        return feedback;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FlagStage ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
