package org.totalplace.outcomes.voice;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How far a suggestion is. What may follow stands in one table; nothing is closed without a decision. */
enum Stage {
    /** Nobody has looked yet whether its words may be shown. */
    RECEIVED,
    PUBLISHED,
    WITHHELD,
    /** Accepted, at least in part; nothing is planned yet. */
    DECIDED,
    DELIVERING,
    CLOSED,
    /** The suggester was not content: a decision is owed again. */
    REOPENED;

    /** What somebody does: the moderator publishes, withholds and redacts, the suggester reopens. */
    enum Step {
        PUBLISH,
        WITHHOLD,
        EXTEND,
        ACCEPT,
        DECLINE,
        PLAN,
        REACH,
        DROP,
        LINK,
        CLOSE,
        REOPEN,
        REDACT
    }

    private static final Map<Stage, Map<Step, Stage>> AFTER = Map.of(
            RECEIVED,
                    Map.of(
                            Step.PUBLISH, PUBLISHED,
                            Step.WITHHOLD, WITHHELD,
                            Step.EXTEND, RECEIVED,
                            Step.REDACT, RECEIVED),
            PUBLISHED,
                    Map.of(
                            Step.PUBLISH, PUBLISHED,
                            Step.WITHHOLD, WITHHELD,
                            Step.EXTEND, PUBLISHED,
                            Step.REDACT, PUBLISHED,
                            Step.ACCEPT, DECIDED,
                            Step.DECLINE, CLOSED),
            WITHHELD,
                    Map.of(
                            Step.PUBLISH, PUBLISHED,
                            Step.EXTEND, WITHHELD,
                            Step.REDACT, WITHHELD,
                            Step.ACCEPT, DECIDED,
                            Step.DECLINE, CLOSED),
            DECIDED,
                    Map.of(
                            Step.PUBLISH, DECIDED,
                            Step.WITHHOLD, DECIDED,
                            Step.DECLINE, CLOSED,
                            Step.PLAN, DELIVERING,
                            Step.LINK, DECIDED,
                            Step.REDACT, DECIDED),
            DELIVERING,
                    Map.of(
                            Step.PUBLISH, DELIVERING,
                            Step.WITHHOLD, DELIVERING,
                            Step.DECLINE, CLOSED,
                            Step.PLAN, DELIVERING,
                            Step.REACH, DELIVERING,
                            Step.DROP, DELIVERING,
                            Step.LINK, DELIVERING,
                            Step.CLOSE, CLOSED,
                            Step.REDACT, DELIVERING),
            CLOSED,
                    Map.of(
                            Step.PUBLISH, CLOSED,
                            Step.WITHHOLD, CLOSED,
                            Step.LINK, CLOSED,
                            Step.REOPEN, REOPENED,
                            Step.REDACT, CLOSED),
            REOPENED,
                    Map.of(
                            Step.PUBLISH, REOPENED,
                            Step.WITHHOLD, REOPENED,
                            Step.EXTEND, REOPENED,
                            Step.ACCEPT, DECIDED,
                            Step.DECLINE, CLOSED,
                            Step.LINK, REOPENED,
                            Step.REDACT, REOPENED));

    /** Empty where the step cannot be taken. */
    Optional<Stage> after(Step step) {
        return Optional.ofNullable(AFTER.getOrDefault(this, Map.of()).get(step));
    }

    /** Whether somebody still owes a decision. */
    boolean owesDecision() {
        return after(Step.EXTEND).isPresent();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Stage> ofCode(String code) {
        for (Stage stage : values()) {
            if (stage.code().equals(code)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}
