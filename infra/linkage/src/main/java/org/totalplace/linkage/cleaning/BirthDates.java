package org.totalplace.linkage.cleaning;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates of birth. */
public final class BirthDates {

    private static final int EARLIEST_YEAR = 1880;
    private static final int LATEST_YEAR = 2100;

    private BirthDates() {}

    /**
     * The date as the number {@code yyyymmdd}, or 0 when it is missing, a sentinel or nobody's living date of birth.
     */
    public static int clean(@Nullable LocalDate date) {
        if (date == null
                || date.getYear() < EARLIEST_YEAR
                || date.getYear() > LATEST_YEAR
                || Sentinels.contains(Sentinels.Kind.BIRTH, date.toString())) {
            return 0;
        }
        return date.getYear() * 10000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    /**
     * Reads {@code yyyymmdd}, {@code yyyy-mm-dd} or {@code dd/mm/yyyy} with any separator. Where the month cannot be
     * one but the day can, the two are taken to be swapped. Anything else is missing.
     */
    public static @Nullable LocalDate read(@Nullable String printed) {
        String digits = Plain.text(printed);
        String[] parts = digits.split(" ", -1);
        if (parts.length == 1 && digits.length() == 8) {
            return of(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6));
        }
        if (parts.length < 3) {
            return null;
        }
        return parts[0].length() == 4 ? of(parts[0], parts[1], parts[2]) : of(parts[2], parts[1], parts[0]);
    }

    private static @Nullable LocalDate of(String year, String month, String day) {
        try {
            int m = Integer.parseInt(month);
            int d = Integer.parseInt(day);
            return m > 12 && d <= 12
                    ? LocalDate.of(Integer.parseInt(year), d, m)
                    : LocalDate.of(Integer.parseInt(year), m, d);
        } catch (NumberFormatException | DateTimeException unreadable) {
            return null;
        }
    }
}
