package org.totalplace.intake.reading.cell;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Six figures such as {@code 010423}, or five where a spreadsheet dropped the first: day, month and year. They may as
 * well be a number, so that a period has to bear them out.
 */
public final class DayFigures {

    private static final int MOST = 6;
    private static final int THIS_CENTURY = 2000;
    private static final int PAIR = 100;

    private DayFigures() {}

    /** The day of a stripped cell, or null. */
    public static @Nullable LocalDate of(String cell) {
        boolean figures = (cell.length() == MOST || cell.length() == MOST - 1)
                && cell.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!figures) {
            return null;
        }
        int number = Integer.parseInt(cell);
        try {
            return LocalDate.of(THIS_CENTURY + number % PAIR, number / PAIR % PAIR, number / (PAIR * PAIR));
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
