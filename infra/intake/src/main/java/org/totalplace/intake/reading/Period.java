package org.totalplace.intake.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.FinancialYear;

/**
 * The months, or the days, that a delivery is about.
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

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final Pattern YEAR = Pattern.compile("\\d{4}-\\d{2}");
    private static final int MONTHS = 12;
    private static final int DAY_LENGTH = "2025-03-01".length();

    /**
     * Reads {@code 2025-03}, or {@code 2024-04/2025-03} for several months, or days in their place:
     * {@code 2025-03-03/2025-03-09}, or a financial year: {@code 2022-23}. What is both a month and a year, such as
     * {@code 2011-12}, is the month.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    public static Period parse(String text) {
        int slash = text.indexOf('/');
        FinancialYear year = slash < 0 ? year(text) : null;
        if (year != null) {
            return new Period(year.firstDay(), year.lastDay());
        }
        try {
            String first = slash < 0 ? text : text.substring(0, slash);
            String last = slash < 0 ? text : text.substring(slash + 1);
            return inReason(
                    isDay(first)
                            ? LocalDate.parse(first)
                            : YearMonth.parse(first).atDay(1),
                    isDay(last) ? LocalDate.parse(last) : YearMonth.parse(last).atEndOfMonth());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "A period is a month such as 2025-03, two such as 2024-04/2025-03, a financial "
                            + "year such as 2024-25 or days such as "
                            + "2025-03-03/2025-03-09, not '" + text + "'",
                    e);
        }
    }

    private static Period inReason(LocalDate from, LocalDate to) {
        if (from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("A period lies in the years " + FIRST_YEAR + " to " + LAST_YEAR
                    + ", not from " + from + " to " + to);
        }
        return new Period(from, to);
    }

    private static @Nullable FinancialYear year(String text) {
        if (!YEAR.matcher(text).matches() || Integer.parseInt(text.substring(text.length() - 2)) <= MONTHS) {
            return null;
        }
        return FinancialYear.parse(text);
    }

    private static boolean isDay(String text) {
        return text.length() == DAY_LENGTH;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        if (from.getDayOfMonth() > 1 || !to.equals(YearMonth.from(to).atEndOfMonth())) {
            return from.equals(to) ? from.toString() : from + "/" + to;
        }
        YearMonth first = YearMonth.from(from);
        YearMonth last = YearMonth.from(to);
        return first.equals(last) ? first.toString() : first + "/" + last;
    }
}
