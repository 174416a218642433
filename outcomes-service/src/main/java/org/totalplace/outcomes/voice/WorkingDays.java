package org.totalplace.outcomes.voice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * Monday to Friday without the bank holidays of England and Wales (Banking and Financial Dealings Act 1971, Schedule 1,
 * with Good Friday, Christmas Day and the days that stand for those on a weekend).
 *
 * @param closed other days on which nobody answers, as those of a single year
 */
public record WorkingDays(Set<LocalDate> closed) {

    public WorkingDays {
        closed = Set.copyOf(closed);
    }

    boolean isOne(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY
                && weekday != DayOfWeek.SUNDAY
                && !closed.contains(day)
                && !isBankHoliday(day);
    }

    /** The day that is so many working days after the day, which itself does not count. */
    LocalDate after(LocalDate day, int days) {
        LocalDate reached = day;
        for (int left = days; left > 0; ) {
            reached = reached.plusDays(1);
            left -= isOne(reached) ? 1 : 0;
        }
        return reached;
    }

    /** The latest day after which so many working days have passed: what came on it or before waits longer. */
    public LocalDate passedBefore(LocalDate today, int days) {
        LocalDate day = today;
        while (!after(day, days).isBefore(today)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static boolean isBankHoliday(LocalDate day) {
        return switch (day.getMonth()) {
            case JANUARY -> day.equals(newYear(day.getYear()));
            case MARCH, APRIL -> isAtEaster(day);
            case MAY ->
                day.equals(day.with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)))
                        || day.equals(day.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
            case AUGUST -> day.equals(day.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
            case DECEMBER -> isAtChristmas(day);
            case FEBRUARY, JUNE, JULY, SEPTEMBER, OCTOBER, NOVEMBER -> false;
        };
    }

    private static LocalDate newYear(int year) {
        LocalDate day = LocalDate.of(year, Month.JANUARY, 1);
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    private static boolean isAtEaster(LocalDate day) {
        LocalDate easter = easter(day.getYear());
        return day.equals(easter.minusDays(2)) || day.equals(easter.plusDays(1));
    }

    /** The two weekdays that stand for Christmas Day and Boxing Day. */
    private static boolean isAtChristmas(LocalDate day) {
        LocalDate christmas = LocalDate.of(day.getYear(), Month.DECEMBER, 25);
        int of = day.getDayOfMonth();
        return switch (christmas.getDayOfWeek()) {
            case FRIDAY -> of == 25 || of == 28;
            case SATURDAY -> of == 27 || of == 28;
            case SUNDAY -> of == 26 || of == 27;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY -> of == 25 || of == 26;
        };
    }

    /** Easter Sunday of the Gregorian calendar, by the reckoning of Meeus, Jones and Butcher. */
    static LocalDate easter(int year) {
        int moon = year % 19;
        int century = year / 100;
        int h = (19 * moon + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - h - year % 100 % 4) % 7;
        int sum = h + l - 7 * ((moon + 11 * h + 22 * l) / 451) + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
