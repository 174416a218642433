package org.totalplace.intake.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.cell.MonthText;

/**
 * The first of the twelve months in which days without a year lie.
 *
 * @param month the first
 * @param by what says so, in words
 * @param doubtful whether a person has to confirm it
 */
record FirstMonth(YearMonth month, String by, boolean doubtful) {

    private static final int A_YEAR = 12;

    /**
     * By the period of the delivery, the titles above a table, or the name of the file; null if none says it.
     *
     * @param titles with the name of the sheet
     */
    static @Nullable FirstMonth of(@Nullable Period period, String titles, String file) {
        if (period != null) {
            YearMonth first = YearMonth.from(period.from());
            long months = first.until(YearMonth.from(period.to()), ChronoUnit.MONTHS) + 1;
            return months > A_YEAR
                    ? null
                    : new FirstMonth(first.minusMonths((A_YEAR - months) / 2), "the period of the delivery", false);
        }
        FirstMonth titled = in(titles, "the title or the sheet's name");
        return titled == null ? in(file, "the file's name") : titled;
    }

    private static @Nullable FirstMonth in(String text, String by) {
        LocalDate year = MonthText.firstOfYear(text);
        if (year != null) {
            return new FirstMonth(YearMonth.from(year), by, true);
        }
        LocalDate month = MonthText.in(text);
        return month == null ? null : new FirstMonth(YearMonth.from(month).minusMonths((A_YEAR - 1) / 2), by, true);
    }
}
