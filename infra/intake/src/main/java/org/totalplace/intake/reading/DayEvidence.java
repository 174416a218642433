package org.totalplace.intake.reading;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.cell.DateText;
import org.totalplace.intake.reading.cell.MonthText;

/** What the cells of one column say about whether the day or the month comes first. */
final class DayEvidence {

    /** More contrary cells than this and the column mixes both orders. */
    private static final double STRAYS = 0.05;

    private static final int FEWEST = 3;

    private final @Nullable Period period;
    private final DateText text = new DateText();
    private String last = "";
    private boolean lastRead;
    private boolean lastIsMonth;
    private final YearEvidence years;
    private long months;
    private long figures;
    private long dayFirst;
    private long monthFirst;
    private long certainWithin;
    private long either;
    private long withinDayFirst;
    private long withinMonthFirst;
    private long withinOnlyDayFirst;
    private long withinOnlyMonthFirst;
    private final Map<YearMonth, Long> certainMonths = new HashMap<>();
    private final Map<Readings, Long> readings = new HashMap<>();

    /** The months of a day in figures, read in both ways. */
    private record Readings(YearMonth dayFirst, YearMonth monthFirst) {

        YearMonth in(DateOrder order) {
            return order == DateOrder.DAY_FIRST ? dayFirst : monthFirst;
        }
    }

    DayEvidence(@Nullable Period period) {
        this.period = period;
        this.years = new YearEvidence(period);
    }

    /** What the cells say that name no day, or no year. */
    YearEvidence years() {
        return years;
    }

    void add(String cell) {
        if (!cell.equals(last)) {
            last = cell;
            boolean day = text.read(cell);
            lastRead = day && text.form() == DateText.Form.FIGURES;
            lastIsMonth = !day && MonthText.firstDay(cell) != null;
        }
        if (!lastRead && !lastIsMonth) {
            years.add(cell);
        }
        months += lastIsMonth ? 1 : 0;
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
            weighMonths(day, month);
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

    private void weighMonths(boolean day, boolean month) {
        if (day != month) {
            certainMonths.merge(YearMonth.from(text.day(month)), 1L, Long::sum);
        } else {
            either++;
            Readings both = new Readings(YearMonth.from(text.day(false)), YearMonth.from(text.day(true)));
            readings.merge(both, 1L, Long::sum);
        }
    }

    /**
     * How many days, where no period tells, fall within the months of the certain days only if read in the other
     * order; 0 if so few that they may as well be what they say.
     */
    long swapsUnlessTold(DateOrder order) {
        long certain = dayFirst + monthFirst;
        Set<YearMonth> months = certainMonths.entrySet().stream()
                .filter(month -> month.getValue() >= STRAYS * certain)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        DateOrder other = order == DateOrder.DAY_FIRST ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
        long fits = count(reading -> months.contains(reading.in(order)));
        long swapped = count(reading -> !months.contains(reading.in(order)) && months.contains(reading.in(other)));
        boolean plain = swapped >= FEWEST && swapped > STRAYS * either && 2 * swapped > either - fits;
        return certain >= FEWEST && plain ? swapped : 0;
    }

    private long count(Predicate<Readings> which) {
        return readings.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How many cells name a month, a quarter or a period, and no day. */
    long months() {
        return months;
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
