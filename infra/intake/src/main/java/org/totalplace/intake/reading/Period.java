package org.totalplace.intake.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The months that a delivery is about.
 *
 * @param from first day
 * @param to last day, not before the first
 */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period cannot end on " + to + " before it begins on " + from);
        }
    }

    /**
     * Reads {@code 2025-03}, or {@code 2024-04/2025-03} for several months.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    public static Period parse(String text) {
        int slash = text.indexOf('/');
        try {
            YearMonth first = YearMonth.parse(slash < 0 ? text : text.substring(0, slash));
            YearMonth last = slash < 0 ? first : YearMonth.parse(text.substring(slash + 1));
            return new Period(first.atDay(1), last.atEndOfMonth());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "A period is a month such as 2025-03 or two such as 2024-04/2025-03, not '" + text + "'", e);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        YearMonth first = YearMonth.from(from);
        YearMonth last = YearMonth.from(to);
        return first.equals(last) ? first.toString() : first + "/" + last;
    }
}
