package org.totalplace.intake.reading.cell;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Six figures such as {@code 202304}, as ledgers print a month: either April 2023, or the fourth period of the
 * financial year 2023-24, which is July 2023. Only the file or its period can tell.
 *
 * @param year the first four
 * @param number the last two, from 1; after 12 they are periods in which the books of a year are closed
 */
public record MonthFigures(int year, int number) {

    private static final int LENGTH = 6;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final int MONTHS = 12;
    private static final int LAST_PERIOD = 16;
    private static final int APRIL = 4;

    /** Reads a stripped cell; null if it is something else. */
    public static @Nullable MonthFigures of(String cell) {
        if (cell.length() != LENGTH || cell.chars().anyMatch(c -> c < '0' || c > '9')) {
            return null;
        }
        int year = Integer.parseInt(cell.substring(0, 4));
        int number = Integer.parseInt(cell.substring(4));
        boolean plausible = year >= FIRST_YEAR && year <= LAST_YEAR && number >= 1 && number <= LAST_PERIOD;
        return plausible ? new MonthFigures(year, number) : null;
    }

    /** The first day of it as a month of the calendar; null where there is no such month. */
    public @Nullable LocalDate calendar() {
        return number > MONTHS ? null : LocalDate.of(year, number, 1);
    }

    /** The first day of it as a period of the financial year that begins in the year. */
    public LocalDate financial() {
        return LocalDate.of(year, APRIL, 1).plusMonths(Math.min(number, MONTHS) - 1L);
    }
}
