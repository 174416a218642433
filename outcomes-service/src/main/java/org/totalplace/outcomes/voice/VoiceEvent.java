package org.totalplace.outcomes.voice;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.Locale;
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
    @JsonSubTypes.Type(value = VoiceEvent.Reopened.class, name = "reopened"),
    @JsonSubTypes.Type(value = VoiceEvent.Redacted.class, name = "redacted")
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

    /**
     * That the words are not for everybody.
     *
     * @param why in words that say nothing of what is withheld
     * @param gist what whoever answers may read of them; without it they know what it is about by the reason alone
     */
    record Withheld(
            String why, Answerable answerable, @Nullable String gist) implements VoiceEvent {
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

    /** @param nextDue by when it is closed or another milestone is planned, if no other is open */
    record Reached(int milestone, String what, @Nullable LocalDate nextDue) implements VoiceEvent {
        @Override
        public Step step() {
            return Step.REACH;
        }
    }

    /** @param nextDue by when it is closed or another milestone is planned, if no other is open */
    record Dropped(int milestone, String why, @Nullable LocalDate nextDue) implements VoiceEvent {
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
     * That words which everybody could read stand there no more.
     *
     * @param seq of the event whose words they are, from 1
     */
    record Redacted(int seq, Part part, Why why) implements VoiceEvent {

        /** What of a decision; of other events there are words alone. */
        enum Part {
            WORDS,
            ROLE
        }

        /** A choice and no words, which might tell once more what was taken out. */
        enum Why {
            NAMES_SOMEBODY("it names somebody"),
            TELLS_OF_SOMEBODY("it tells of somebody"),
            WRONG("it was wrong"),
            UNLAWFUL("it may not be published");

            private final String described;

            Why(String described) {
                this.described = described;
            }

            /** As it stands in place of the words. */
            String instead() {
                return "[taken out: " + described + "]";
            }

            String code() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        @Override
        public Step step() {
            return Step.REDACT;
        }
    }

    /** What is left of a figure that was taken out; never kept, for the event itself stays as it was. */
    record TakenOut(Redacted.Why why) implements VoiceEvent {
        @Override
        public Step step() {
            return Step.LINK;
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
