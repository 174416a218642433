package org.totalplace.intake.reading.cell;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A month, or a day of one, without its year: {@code April}, {@code 10-Apr}, {@code 1st May}.
 *
 * @param month from 1
 * @param day from 1; 0 if only the month is named
 */
public record YearlessText(int month, int day) {

    private static final int LONGEST = 20;
    private static final int SHORTEST_NAME = 3;
    private static final int MOST_DAYS = 31;
    private static final List<String> NAMES = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[\\s./-]*)?([a-z]{3,9})\\.?");

    /** Reads a stripped cell; null if it is something else. */
    public static @Nullable YearlessText of(String cell) {
        if (cell.length() < SHORTEST_NAME || cell.length() > LONGEST) {
            return null;
        }
        Matcher form = FORM.matcher(cell.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return null;
        }
        int month = number(form.group(2));
        int day = form.group(1) == null ? 0 : Integer.parseInt(form.group(1));
        boolean real = month > 0 && day <= MOST_DAYS && (form.group(1) == null || day > 0);
        return real ? new YearlessText(month, day) : null;
    }

    private static int number(String name) {
        for (int i = 0; i < NAMES.size(); i++) {
            if (NAMES.get(i).startsWith(name) || (name.equals("sept") && i == NAMES.indexOf("september"))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The day in twelve months, by the first of them; the first of its month where none is named, or null. */
    public @Nullable LocalDate within(YearMonth first) {
        YearMonth of = YearMonth.of(first.getYear() + (month < first.getMonthValue() ? 1 : 0), month);
        return of.isValidDay(Math.max(1, day)) ? of.atDay(Math.max(1, day)) : null;
    }
}
