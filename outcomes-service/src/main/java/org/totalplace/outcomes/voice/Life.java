package org.totalplace.outcomes.voice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.voice.Stage.Step;
import org.totalplace.outcomes.voice.VoiceEvent.Answerable;
import org.totalplace.outcomes.voice.VoiceEvent.Figure;

/**
 * A suggestion as its events made it.
 *
 * @param told the day on which it was said
 * @param latest the day of the latest event
 * @param known the day on which the latest of its events was written down, or happened if that is later
 * @param due the day by which a decision is owed, or was
 * @param decision the latest; none before there is one
 */
record Life(
        String kind,
        String channel,
        LocalDate told,
        LocalDate latest,
        LocalDate known,
        Stage stage,
        Showing showing,
        Answerable answerable,
        LocalDate due,
        int extensions,
        int reopenings,
        @Nullable Decision decision,
        List<Milestone> milestones,
        List<Figure> figures) {

    private static final int MOST_MILESTONES = 50;
    private static final int MOST_FIGURES = 20;

    /** What everybody may read of the suggester's words. */
    sealed interface Showing {

        /** Nothing, until somebody looked. */
        record NotYet() implements Showing {}

        record Words(String about, String words) implements Showing {}

        record Withheld(String why) implements Showing {}
    }

    record Decision(
            Verdict verdict,
            String reason,
            String role,
            LocalDate on,
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
        Life life = begun(events.getFirst().on(), received);
        for (Happened next : events.subList(1, events.size())) {
            life = life.then(next);
        }
        return life;
    }

    static Life begun(LocalDate on, VoiceEvent.Received received) {
        return new Life(
                received.kind(),
                received.channel(),
                on,
                on,
                on,
                Stage.RECEIVED,
                new Showing.NotYet(),
                Answerable.PARTNERSHIP,
                received.due(),
                0,
                0,
                null,
                List.of(),
                List.of());
    }

    /** Takes a step if it may be taken. */
    Stepping after(Happened next, Bounds bounds) {
        return refusal(next, bounds).<Stepping>map(refused -> refused).orElseGet(() -> new Stepping.Taken(then(next)));
    }

    /** By when somebody owes the next step; empty when nobody does. */
    Optional<LocalDate> nextDue() {
        return switch (stage) {
            case RECEIVED, PUBLISHED, WITHHELD, REOPENED -> Optional.of(due);
            case DECIDED -> Optional.ofNullable(decision).map(Decision::planDue);
            case DELIVERING ->
                milestones.stream()
                        .filter(Milestone::isOpen)
                        .map(Milestone::due)
                        .min(Comparator.naturalOrder());
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
            when extensions >= bounds.extensions() ->
                refused("no-more-time", "More time was taken already, as often as is allowed.");
            case VoiceEvent.Extended extended
            when next.on().isAfter(due) ->
                refused("too-late", "The decision was due on " + due + "; more time is taken before that day ends.");
            case VoiceEvent.Planned planned
            when milestones.size() >= MOST_MILESTONES ->
                refused("too-many", "A suggestion has at most " + MOST_MILESTONES + " milestones.");
            case VoiceEvent.Linked linked
            when figures.size() >= MOST_FIGURES ->
                refused("too-many", "A suggestion points to at most " + MOST_FIGURES + " figures.");
            case VoiceEvent.Reached reached
            when isNotOpen(reached.milestone()) -> refused("no-such-milestone", "No milestone of this number is open.");
            case VoiceEvent.Dropped dropped
            when isNotOpen(dropped.milestone()) -> refused("no-such-milestone", "No milestone of this number is open.");
            case VoiceEvent.Closed closed
            when milestones.stream().anyMatch(Milestone::isOpen) ->
                refused("milestones-open", "A milestone is still open: reach it, or drop it and say why.");
            case VoiceEvent.Closed closed
            when milestones.stream().allMatch(milestone -> milestone.reachedOn() == null) ->
                refused("nothing-done", "No milestone was reached: plan another, or decline and say why.");
            case VoiceEvent.Reopened reopened
            when reopenings >= bounds.reopenings() ->
                refused("no-more-reopening", "It was reopened already, as often as is allowed.");
            case VoiceEvent.Reopened reopened
            when next.on().isAfter(known.plusDays(bounds.reopenWithin())) ->
                refused("too-late", "It was closed more than " + bounds.reopenWithin() + " days ago; suggest it anew.");
            default -> Optional.empty();
        };
    }

    private static Optional<Stepping.Refused> refused(String code, String why) {
        return Optional.of(new Stepping.Refused(code, why));
    }

    private boolean isNotOpen(int number) {
        return milestones.stream().noneMatch(milestone -> milestone.number() == number && milestone.isOpen());
    }

    /** What an event that did happen makes of it; nothing is asked any more. */
    private Life then(Happened next) {
        Step step = Objects.requireNonNull(next.event().step(), "only the first event is no step");
        Stage after = stage.after(step).orElse(stage);
        LocalDate on = next.on();
        Life moved = new Life(
                kind,
                channel,
                told,
                on,
                next.known().isAfter(known) ? next.known() : known,
                after,
                showing,
                answerable,
                due,
                extensions,
                reopenings,
                decision,
                milestones,
                figures);
        return switch (next.event()) {
            case VoiceEvent.Received received -> moved;
            case VoiceEvent.Published published ->
                moved.showing(new Showing.Words(published.about(), published.words()), published.answerable());
            case VoiceEvent.Withheld withheld ->
                moved.showing(new Showing.Withheld(withheld.why()), withheld.answerable());
            case VoiceEvent.Extended extended -> moved.owed(extended.due(), extensions + 1, reopenings);
            case VoiceEvent.Decided decided -> moved.decided(on, decided);
            case VoiceEvent.Planned planned -> moved.with(planned);
            case VoiceEvent.Reached reached ->
                moved.changed(reached.milestone(), was -> ended(was, on, null, reached.what()));
            case VoiceEvent.Dropped dropped ->
                moved.changed(dropped.milestone(), was -> ended(was, null, on, dropped.why()));
            case VoiceEvent.Linked linked -> moved.with(linked.figure());
            case VoiceEvent.Closed closed -> moved;
            case VoiceEvent.Reopened reopened -> moved.owed(reopened.due(), 0, reopenings + 1);
        };
    }

    private static Milestone ended(
            Milestone was, @Nullable LocalDate reached, @Nullable LocalDate dropped, String outcome) {
        return new Milestone(was.number(), was.what(), was.due(), reached, dropped, outcome);
    }

    private Life showing(Showing now, Answerable by) {
        return new Life(
                kind,
                channel,
                told,
                latest,
                known,
                stage,
                now,
                by,
                due,
                extensions,
                reopenings,
                decision,
                milestones,
                figures);
    }

    private Life owed(LocalDate until, int extended, int reopened) {
        return new Life(
                kind,
                channel,
                told,
                latest,
                known,
                stage,
                showing,
                answerable,
                until,
                extended,
                reopened,
                decision,
                milestones,
                figures);
    }

    /** Whoever declines gives up what was still to be done. */
    private Life decided(LocalDate on, VoiceEvent.Decided decided) {
        List<Milestone> left = decided.verdict() == Verdict.DECLINED
                ? milestones.stream()
                        .map(each -> each.isOpen() ? ended(each, null, on, decided.reason()) : each)
                        .toList()
                : milestones;
        Decision now = new Decision(decided.verdict(), decided.reason(), decided.role(), on, decided.planDue());
        return new Life(
                kind,
                channel,
                told,
                latest,
                known,
                stage,
                showing,
                answerable,
                due,
                extensions,
                reopenings,
                now,
                left,
                figures);
    }

    private Life with(VoiceEvent.Planned planned) {
        List<Milestone> more = new ArrayList<>(milestones);
        more.add(new Milestone(planned.milestone(), planned.what(), planned.due(), null, null, null));
        return withMilestones(more);
    }

    private Life changed(int number, UnaryOperator<Milestone> change) {
        return withMilestones(milestones.stream()
                .map(milestone -> milestone.number() == number ? change.apply(milestone) : milestone)
                .toList());
    }

    private Life withMilestones(List<Milestone> now) {
        return new Life(
                kind,
                channel,
                told,
                latest,
                known,
                stage,
                showing,
                answerable,
                due,
                extensions,
                reopenings,
                decision,
                List.copyOf(now),
                figures);
    }

    private Life with(Figure figure) {
        List<Figure> more = new ArrayList<>(figures);
        more.add(figure);
        return new Life(
                kind,
                channel,
                told,
                latest,
                known,
                stage,
                showing,
                answerable,
                due,
                extensions,
                reopenings,
                decision,
                milestones,
                List.copyOf(more));
    }
}
