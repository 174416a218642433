package org.totalplace.outcomes.voice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.voice.Life.Milestone;
import org.totalplace.outcomes.voice.VoiceEvent.Figure;

/**
 * What is done about a suggestion that was accepted.
 *
 * @param before how many of the milestones were planned before the latest decision
 * @param idleDue by when something follows once no milestone is open; null while none has ended
 */
record Delivery(
        List<Milestone> milestones,
        List<Figure> figures,
        int before,
        @Nullable LocalDate idleDue) {

    static final Delivery NONE = new Delivery(List.of(), List.of(), 0, null);

    /** Four weeks, where an event was kept before it said by when something follows. */
    private static final int DAYS_UNSAID = 28;

    /** By when the next milestone is due, or once all have ended, its closing or another. */
    Optional<LocalDate> nextDue() {
        return milestones.stream()
                .filter(Milestone::isOpen)
                .map(Milestone::due)
                .min(Comparator.naturalOrder())
                .or(() -> Optional.ofNullable(idleDue));
    }

    boolean isOpen(int number) {
        return milestones.stream().anyMatch(milestone -> milestone.number() == number && milestone.isOpen());
    }

    boolean isIdle() {
        return milestones.stream().noneMatch(Milestone::isOpen);
    }

    /** Whether something was planned since the latest decision. */
    boolean isPlanned() {
        return milestones.size() > before;
    }

    /** Whether something was done since the latest decision; what was done before did not content its suggester. */
    boolean hasReached() {
        return milestones.stream().skip(before).anyMatch(milestone -> milestone.reachedOn() != null);
    }

    boolean lacks(Figure.Of of) {
        return figures.stream().noneMatch(figure -> figure.of() == of);
    }

    /** Whoever declines gives up what was still to be done. */
    Delivery decided(LocalDate on, VoiceEvent.Decided decided) {
        List<Milestone> left = decided.verdict() == Verdict.DECLINED
                ? changed(Milestone::isOpen, was -> was.ended(null, on, decided.reason()))
                : milestones;
        return new Delivery(left, figures, left.size(), null);
    }

    Delivery with(VoiceEvent.Planned planned) {
        List<Milestone> more = new ArrayList<>(milestones);
        more.add(new Milestone(planned.milestone(), planned.what(), planned.due(), null, null, null));
        return new Delivery(List.copyOf(more), figures, before, idleDue);
    }

    Delivery with(LocalDate on, VoiceEvent.Reached reached) {
        return ended(reached.milestone(), on, reached.nextDue(), was -> was.ended(on, null, reached.what()));
    }

    Delivery with(LocalDate on, VoiceEvent.Dropped dropped) {
        return ended(dropped.milestone(), on, dropped.nextDue(), was -> was.ended(null, on, dropped.why()));
    }

    Delivery with(Figure figure) {
        List<Figure> more = new ArrayList<>(figures);
        more.add(figure);
        return new Delivery(milestones, List.copyOf(more), before, idleDue);
    }

    private Delivery ended(int number, LocalDate on, @Nullable LocalDate next, UnaryOperator<Milestone> end) {
        return new Delivery(
                changed(milestone -> milestone.number() == number, end),
                figures,
                before,
                Objects.requireNonNullElseGet(next, () -> on.plusDays(DAYS_UNSAID)));
    }

    private List<Milestone> changed(Predicate<Milestone> which, UnaryOperator<Milestone> change) {
        return milestones.stream()
                .map(milestone -> which.test(milestone) ? change.apply(milestone) : milestone)
                .toList();
    }
}
