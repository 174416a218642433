package org.totalplace.outcomes.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.voice.Stage.Step;
import org.totalplace.outcomes.voice.VoiceEvent.Answerable;

/**
 * A suggestion as its events made it.
 *
 * @param latest the day of the latest event
 * @param known the day on which the latest of its events was written down, or happened if that is later
 * @param decision the latest; none before there is one
 */
record Life(
        Said said,
        LocalDate latest,
        LocalDate known,
        Stage stage,
        Showing showing,
        Answerable answerable,
        Owed owed,
        @Nullable Decision decision,
        Delivery delivery) {

    private static final int MOST_MILESTONES = 50;
    private static final int MOST_FIGURES = 20;

    /**
     * How it came.
     *
     * @param on the day on which it was said
     * @param afterwards the day on which it was written down, if a decision was overdue by then: it is a record of what
     *     is past
     */
    record Said(
            String kind,
            String channel,
            LocalDate on,
            @Nullable LocalDate afterwards) {}

    /** @param due the day by which a decision is owed, or was */
    record Owed(LocalDate due, int extensions, int reopenings) {}

    /** What everybody may read of the suggester's words. */
    sealed interface Showing {

        /** Nothing, until somebody looked. */
        record NotYet() implements Showing {}

        record Words(String about, String words) implements Showing {}

        /** @param gist what whoever answers may read of them, as the moderator wrote it */
        record Withheld(String why, @Nullable String gist) implements Showing {}
    }

    /**
     * What was decided.
     *
     * @param due by when it was owed
     * @param entered the day on which it was written down
     */
    record Decision(
            Verdict verdict,
            String reason,
            String role,
            LocalDate on,
            LocalDate due,
            LocalDate entered,
            @Nullable LocalDate planDue) {}

    /**
     * What is to be done by when.
     *
     * @param reachedOn null while it is not
     * @param droppedWhy null unless it was given up
     * @param outcome what was done, or why not
     */
    record Milestone(
            int number,
            String what,
            LocalDate due,
            @Nullable LocalDate reachedOn,
            @Nullable LocalDate droppedOn,
            @Nullable String outcome) {

        boolean isOpen() {
            return reachedOn == null && droppedOn == null;
        }

        Milestone ended(@Nullable LocalDate reached, @Nullable LocalDate dropped, String with) {
            return new Milestone(number, what, due, reached, dropped, with);
        }
    }

    /**
     * An event and the day of it.
     *
     * @param entered the day on which it was written down, which may be later
     */
    record Happened(LocalDate on, LocalDate entered, VoiceEvent event) {

        /** What is written down when it happens. */
        Happened(LocalDate on, VoiceEvent event) {
            this(on, on, event);
        }

        /** The day on which the suggester could know of it. */
        LocalDate known() {
            return entered.isAfter(on) ? entered : on;
        }
    }

    /** What comes of a step. */
    sealed interface Stepping {

        record Taken(Life life) implements Stepping {}

        /** @param why what stands against it, in words */
        record Refused(String code, String why) implements Stepping {}
    }

    /** @param events the first tells that it was received */
    static Life of(List<Happened> events) {
        if (events.isEmpty() || !(events.getFirst().event() instanceof VoiceEvent.Received received)) {
            throw new IllegalArgumentException("A life begins with the suggestion's being received");
        }
        Life life = begun(events.getFirst(), received);
        for (Happened next : events.subList(1, events.size())) {
            life = life.then(next);
        }
        return life;
    }

    static Life begun(Happened first, VoiceEvent.Received received) {
        LocalDate on = first.on();
        LocalDate afterwards = first.entered().isAfter(received.due()) ? first.entered() : null;
        return new Life(
                new Said(received.kind(), received.channel(), on, afterwards),
                on,
                on,
                Stage.RECEIVED,
                new Showing.NotYet(),
                Answerable.PARTNERSHIP,
                new Owed(received.due(), 0, 0),
                null,
                Delivery.NONE);
    }

    /** Takes a step if it may be taken. */
    Stepping after(Happened next, Bounds bounds) {
        return refusal(next, bounds).<Stepping>map(refused -> refused).orElseGet(() -> new Stepping.Taken(then(next)));
    }

    /** By when somebody owes the next step; empty when nobody does. */
    Optional<LocalDate> nextDue() {
        return switch (stage) {
            case RECEIVED, PUBLISHED, WITHHELD, REOPENED -> Optional.of(owed.due());
            case DECIDED -> Optional.ofNullable(decision).map(Decision::planDue);
            case DELIVERING -> delivery.nextDue();
            case CLOSED -> Optional.empty();
        };
    }

    boolean isOverdue(LocalDate today) {
        return nextDue().filter(today::isAfter).isPresent();
    }

    boolean isAccepted() {
        return decision != null && decision.verdict() != Verdict.DECLINED;
    }

    private Optional<Stepping.Refused> refusal(Happened next, Bounds bounds) {
        Step step = next.event().step();
        if (step == null || stage.after(step).isEmpty()) {
            return refused("not-now", "The suggestion is " + stage.code() + "; this cannot be done with it now.");
        }
        if (next.on().isBefore(latest)) {
            return refused("out-of-order", "Something happened to it later, on " + latest + ".");
        }
        return switch (next.event()) {
            case VoiceEvent.Withheld withheld
            when showing instanceof Showing.Withheld -> refused("not-now", "Its words are withheld already.");
            case VoiceEvent.Extended extended
            when owed.extensions() >= bounds.extensions() ->
                refused("no-more-time", "More time was taken already, as often as is allowed.");
            case VoiceEvent.Extended extended
            when next.on().isAfter(owed.due()) ->
                refused(
                        "too-late",
                        "The decision was due on " + owed.due() + "; more time is taken before that day ends.");
            case VoiceEvent.Decided decided when isDatedBack(next) -> datedBack();
            case VoiceEvent.Planned planned when isDatedBack(next) -> datedBack();
            case VoiceEvent.Planned planned
            when delivery.milestones().size() >= MOST_MILESTONES ->
                refused("too-many", "A suggestion has at most " + MOST_MILESTONES + " milestones.");
            case VoiceEvent.Linked linked
            when delivery.figures().size() >= MOST_FIGURES ->
                refused("too-many", "A suggestion points to at most " + MOST_FIGURES + " figures.");
            case VoiceEvent.Reached reached
            when !delivery.isOpen(reached.milestone()) ->
                refused("no-such-milestone", "No milestone of this number is open.");
            case VoiceEvent.Dropped dropped
            when !delivery.isOpen(dropped.milestone()) ->
                refused("no-such-milestone", "No milestone of this number is open.");
            case VoiceEvent.Closed closed
            when !delivery.isIdle() ->
                refused("milestones-open", "A milestone is still open: reach it, or drop it and say why.");
            case VoiceEvent.Closed closed
            when !delivery.hasReached() ->
                refused(
                        "nothing-done",
                        "No milestone was reached since the decision: plan another, or decline and say why.");
            case VoiceEvent.Reopened reopened
            when owed.reopenings() >= bounds.reopenings() ->
                refused("no-more-reopening", "It was reopened already, as often as is allowed.");
            case VoiceEvent.Reopened reopened
            when next.on().isAfter(known.plusDays(bounds.reopenWithin())) ->
                refused("too-late", "It was closed more than " + bounds.reopenWithin() + " days ago; suggest it anew.");
            default -> Optional.empty();
        };
    }

    /** What is on the clock counts on the day on which it is told, unless all of it is a record of what is past. */
    private boolean isDatedBack(Happened next) {
        LocalDate record = said.afterwards();
        return next.on().isBefore(next.entered())
                && (record == null || next.on().isAfter(record));
    }

    private static Optional<Stepping.Refused> datedBack() {
        return refused(
                "dated-back",
                "Decisions and plans count on the day on which they are entered, so that a late one shows: give none.");
    }

    private static Optional<Stepping.Refused> refused(String code, String why) {
        return Optional.of(new Stepping.Refused(code, why));
    }

    /** What an event that did happen makes of it; nothing is asked any more. */
    private Life then(Happened next) {
        Step step = Objects.requireNonNull(next.event().step(), "only the first event is no step");
        Stage after = stage.after(step).orElse(stage);
        LocalDate on = next.on();
        LocalDate seen = next.known().isAfter(known) ? next.known() : known;
        Life moved = new Life(said, on, seen, after, showing, answerable, owed, decision, delivery);
        return switch (next.event()) {
            case VoiceEvent.Received received -> moved;
            case VoiceEvent.Published published ->
                moved.showing(new Showing.Words(published.about(), published.words()), published.answerable());
            case VoiceEvent.Withheld withheld ->
                moved.showing(new Showing.Withheld(withheld.why(), withheld.gist()), withheld.answerable());
            case VoiceEvent.Extended extended ->
                moved.owed(new Owed(extended.due(), owed.extensions() + 1, owed.reopenings()));
            case VoiceEvent.Decided decided -> moved.decided(next, decided, stage.owesDecision() ? owed.due() : on);
            case VoiceEvent.Planned planned -> moved.delivering(delivery.with(planned));
            case VoiceEvent.Reached reached -> moved.delivering(delivery.with(on, reached));
            case VoiceEvent.Dropped dropped -> moved.delivering(delivery.with(on, dropped));
            case VoiceEvent.Linked linked -> moved.delivering(delivery.with(linked.figure()));
            case VoiceEvent.Closed closed -> moved;
            case VoiceEvent.Reopened reopened -> moved.owed(new Owed(reopened.due(), 0, owed.reopenings() + 1));
            // What is taken out changes what is read, and nothing of what may follow when.
            case VoiceEvent.Redacted redacted -> this;
            case VoiceEvent.TakenOut takenOut -> moved;
        };
    }

    private Life showing(Showing now, Answerable by) {
        return new Life(said, latest, known, stage, now, by, owed, decision, delivery);
    }

    private Life owed(Owed now) {
        return new Life(said, latest, known, stage, showing, answerable, now, decision, delivery);
    }

    private Life delivering(Delivery now) {
        return new Life(said, latest, known, stage, showing, answerable, owed, decision, now);
    }

    /** @param by when it was owed; of one that takes back another, the day itself */
    private Life decided(Happened next, VoiceEvent.Decided decided, LocalDate by) {
        Decision now = new Decision(
                decided.verdict(), decided.reason(), decided.role(), next.on(), by, next.known(), decided.planDue());
        Delivery left = delivery.decided(next.on(), decided);
        return new Life(said, latest, known, stage, showing, answerable, owed, now, left);
    }
}
