package org.totalplace.intake.reading;

import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.cell.DateText;

/** What the cells of one column say about whether the day or the month comes first. */
final class DayEvidence {

    /** More contrary cells than this and the column mixes both orders. */
    private static final double STRAYS = 0.05;

    private final @Nullable Period period;
    private final DateText text = new DateText();
    private String last = "";
    private boolean lastRead;
    private long figures;
    private long dayFirst;
    private long monthFirst;
    private long certainWithin;
    private long either;
    private long withinDayFirst;
    private long withinMonthFirst;
    private long withinOnlyDayFirst;
    private long withinOnlyMonthFirst;

    DayEvidence(@Nullable Period period) {
        this.period = period;
    }

    void add(String cell) {
        if (!cell.equals(last)) {
            last = cell;
            lastRead = text.read(cell) && text.form() == DateText.Form.FIGURES;
        }
        if (lastRead) {
            weigh();
        }
    }

    private void weigh() {
        figures++;
        boolean day = text.canBeDayFirst();
        boolean month = text.canBeMonthFirst();
        dayFirst += day && !month ? 1 : 0;
        monthFirst += month && !day ? 1 : 0;
        if (period == null) {
            return;
        }
        boolean dayWithin = day && period.contains(text.day(false));
        boolean monthWithin = month && period.contains(text.day(true));
        if (day != month) {
            certainWithin += dayWithin || monthWithin ? 1 : 0;
            return;
        }
        either++;
        withinDayFirst += dayWithin ? 1 : 0;
        withinMonthFirst += monthWithin ? 1 : 0;
        withinOnlyDayFirst += dayWithin && !monthWithin ? 1 : 0;
        withinOnlyMonthFirst += monthWithin && !dayWithin ? 1 : 0;
    }

    /** Whether any day is written in figures that could be read in two ways. */
    boolean hasFigures() {
        return figures > 0;
    }

    /** Whether nothing but custom says which figure is the day. */
    boolean isSilent() {
        return figures > 0 && dayFirst + monthFirst == 0 && withinDayFirst == withinMonthFirst;
    }

    /** Whether the column has both orders. */
    boolean isMixed() {
        return Math.min(dayFirst, monthFirst) > STRAYS * (dayFirst + monthFirst);
    }

    /**
     * Whether days that fall within the period only in the other order were swapped by a spreadsheet, rather than
     * lying outside the period: the cells that are certain must bear the period out, and more than a few must look
     * swapped.
     */
    boolean showsSwaps(DateOrder order) {
        long swapped = order == DateOrder.DAY_FIRST ? withinOnlyMonthFirst : withinOnlyDayFirst;
        return 2 * certainWithin >= dayFirst + monthFirst && swapped > STRAYS * either;
    }

    /** The order that most cells speak for; the day first, as is usual in the United Kingdom, where they are silent. */
    DateOrder order() {
        if (dayFirst != monthFirst) {
            return dayFirst > monthFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
        }
        return withinMonthFirst > withinDayFirst ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
    }
}
