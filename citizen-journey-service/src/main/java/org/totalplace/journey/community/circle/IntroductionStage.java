package org.totalplace.journey.community.circle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How far an introduction is. What may follow stands in one table; nothing follows what has ended. */
enum IntroductionStage {
    OFFERED,
    ACCEPTED,
    MET,
    DECLINED,
    CANCELLED;

    /** What is done with it. Accepting and meeting need checks that hold. */
    enum Step {
        ACCEPT,
        DECLINE,
        CANCEL,
        MEET;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Step> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(step -> step.code().equals(code))
                    .findFirst();
        }
    }

    private static final Map<IntroductionStage, Map<Step, IntroductionStage>> AFTER = Map.of(
            OFFERED, Map.of(Step.ACCEPT, ACCEPTED, Step.DECLINE, DECLINED, Step.CANCEL, CANCELLED),
            ACCEPTED, Map.of(Step.MEET, MET, Step.DECLINE, DECLINED, Step.CANCEL, CANCELLED));

    /** Empty where the step cannot be taken. */
    Optional<IntroductionStage> after(Step step) {
        return Optional.ofNullable(AFTER.getOrDefault(this, Map.of()).get(step));
    }

    boolean hasEnded() {
        return !AFTER.containsKey(this);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static IntroductionStage ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
