package org.totalplace.outcomes.voice;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.voice.Stage.Step;
import org.totalplace.value.Pence;

/**
 * What happened to a suggestion, as it is kept for good. All words here were written to be read by everybody; the
 * suggester's own stand elsewhere and can be forgotten. Days by which something is due are kept as they were set.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = VoiceEvent.Received.class, name = "received"),
    @JsonSubTypes.Type(value = VoiceEvent.Published.class, name = "published"),
    @JsonSubTypes.Type(value = VoiceEvent.Withheld.class, name = "withheld"),
    @JsonSubTypes.Type(value = VoiceEvent.Extended.class, name = "extended"),
    @JsonSubTypes.Type(value = VoiceEvent.Decided.class, name = "decided"),
    @JsonSubTypes.Type(value = VoiceEvent.Planned.class, name = "planned"),
    @JsonSubTypes.Type(value = VoiceEvent.Reached.class, name = "reached"),
    @JsonSubTypes.Type(value = VoiceEvent.Dropped.class, name = "dropped"),
    @JsonSubTypes.Type(value = VoiceEvent.Linked.class, name = "linked"),
    @JsonSubTypes.Type(value = VoiceEvent.Closed.class, name = "closed"),
    @JsonSubTypes.Type(value = VoiceEvent.Reopened.class, name = "reopened")
})
sealed interface VoiceEvent {

    /** Which line of the table it is; null for the first, before which there is nothing. */
    @Nullable
    Step step();

    /**
     * Who answers, and what it is about in the place's own words.
     *
     * @param agency whose matter it is; the partnership's stewards answer where it is nobody's alone
     * @param service that agency's service line
     * @param journey a journey map
     */
    record Answerable(
            @Nullable String agency,
            @Nullable String service,
            @Nullable String journey) {

        static final Answerable PARTNERSHIP = new Answerable(null, null, null);
    }

    /** @param due the day by which a decision is owed */
    record Received(String kind, String channel, LocalDate due) implements VoiceEvent {
        @Override
        public @Nullable Step step() {
            return null;
        }
    }

    /** The words as everybody may read them. */
    record Published(String about, String words, Answerable answerable) implements VoiceEvent {
        @Override
        public Step step() {
            return Step.PUBLISH;
        }
    }

    /** @param why in words that say nothing of what is withheld */
    record Withheld(String why, Answerable answerable) implements VoiceEvent {
        @Override
        public Step step() {
            return Step.WITHHOLD;
        }
    }

    record Extended(String why, LocalDate due) implements VoiceEvent {
        @Override
        public Step step() {
            return Step.EXTEND;
        }
    }

    /**
     * @param role by which it is known who answers for it, never a person's name
     * @param planDue by when there should be a plan; null where it is declined
     */
    record Decided(
            Verdict verdict,
            String reason,
            String role,
            @Nullable LocalDate planDue) implements VoiceEvent {
        @Override
        public Step step() {
            return verdict == Verdict.DECLINED ? Step.DECLINE : Step.ACCEPT;
        }
    }

    /** @param milestone counted from 1 */
    record Planned(int milestone, String what, LocalDate due) implements VoiceEvent {
        @Override
        public Step step() {
            return Step.PLAN;
        }
    }

    record Reached(int milestone, String what) implements VoiceEvent {
        @Override
        public Step step() {
            return Step.REACH;
        }
    }

    record Dropped(int milestone, String why) implements VoiceEvent {
        @Override
        public Step step() {
            return Step.DROP;
        }
    }

    /** Which figure tells of it. */
    record Linked(Figure figure) implements VoiceEvent {
        @Override
        public Step step() {
            return Step.LINK;
        }
    }

    /** @param words what came of it */
    record Closed(String words) implements VoiceEvent {
        @Override
        public Step step() {
            return Step.CLOSE;
        }
    }

    record Reopened(LocalDate due) implements VoiceEvent {
        @Override
        public Step step() {
            return Step.REOPEN;
        }
    }

    /**
     * A figure that everybody can ask for again.
     *
     * @param path of the API with its parameters
     * @param amount of money that moved, as whoever links it says; null for outcomes
     */
    record Figure(
            Of of, String path, String words, @Nullable Pence amount) {

        /** What it is of. */
        enum Of {
            MONEY,
            OUTCOME
        }
    }
}
