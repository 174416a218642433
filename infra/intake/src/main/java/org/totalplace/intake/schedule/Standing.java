package org.totalplace.intake.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.Period;

/**
 * How a feed stands against its schedule.
 *
 * @param due the next day by which a period is due; null without a schedule
 * @param missing periods that are past their due day, oldest first
 * @param awaited whether a period has ended and nothing covers it yet
 */
public record Standing(State state, @Nullable LocalDate due, List<Period> missing, boolean awaited) {

    /** A schedule is not held against what was before. */
    private static final int YEARS_BACK = 20;

    public Standing {
        missing = List.copyOf(missing);
    }

    /** In a word. */
    public enum State {
        /** Every period that has ended is covered. */
        ON_TIME,
        /** A period has ended, nothing covers it, and its due day has not passed. */
        DUE,
        /** A period's due day has passed. */
        LATE,
        /** Nothing was ever published. */
        NEVER,
        /** Nobody said when something is due. */
        UNSCHEDULED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Periods are owed from the first whole one that a delivery covers, or, while there is none, from the first one
     * that was not yet late when the feed was registered.
     */
    public static Standing of(@Nullable Schedule schedule, Covered covered, LocalDate registered, Instant now) {
        if (schedule == null) {
            return new Standing(State.UNSCHEDULED, null, List.of(), false);
        }
        LocalDate today = LocalDate.ofInstant(now, Covered.BRITAIN);
        List<Period> missing = new ArrayList<>();
        LocalDate due = null;
        boolean awaited = false;
        Period owed = firstOwed(schedule, covered, registered, today);
        for (; owed.to().isBefore(today); owed = schedule.after(owed)) {
            if (!covered.holds(owed)) {
                awaited = true;
                if (schedule.dueOf(owed).isBefore(today)) {
                    missing.add(owed);
                } else if (due == null) {
                    due = schedule.dueOf(owed);
                }
            }
        }
        while (due == null) {
            due = covered.holds(owed) ? null : schedule.dueOf(owed);
            owed = schedule.after(owed);
        }
        return new Standing(state(covered, missing, awaited), due, missing, awaited);
    }

    private static State state(Covered covered, List<Period> missing, boolean awaited) {
        if (covered.spans().isEmpty()) {
            return State.NEVER;
        }
        if (!missing.isEmpty()) {
            return State.LATE;
        }
        return awaited ? State.DUE : State.ON_TIME;
    }

    private static Period firstOwed(Schedule schedule, Covered covered, LocalDate registered, LocalDate today) {
        LocalDate start = covered.first().orElse(null);
        if (start == null) {
            Period owed = schedule.periodOf(registered.minusDays(schedule.dueDays()));
            while (schedule.dueOf(owed).isBefore(registered)) {
                owed = schedule.after(owed);
            }
            return owed;
        }
        LocalDate earliest = today.minusYears(YEARS_BACK);
        LocalDate from = start.isBefore(earliest) ? earliest : start;
        Period owed = schedule.periodOf(from);
        return owed.from().isBefore(from) ? schedule.after(owed) : owed;
    }

    /**
     * When to look at an agency's address again after it answered: daily while something is awaited, else when the
     * running period has ended, and at least once a week, for files are corrected.
     */
    public Instant nextLook(Schedule schedule, Instant now) {
        if (schedule.every() instanceof Every.Hours(Duration between)) {
            return now.plus(between);
        }
        LocalDate today = LocalDate.ofInstant(now, Covered.BRITAIN);
        LocalDate ended = schedule.periodOf(today).to().plusDays(1);
        LocalDate next = awaited ? today.plusDays(1) : ended;
        LocalDate inAWeek = today.plusWeeks(1);
        return (next.isAfter(inAWeek) ? inAWeek : next)
                .atStartOfDay(Covered.BRITAIN)
                .toInstant();
    }
}
