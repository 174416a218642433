package org.totalplace.link;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates as one column prints them: year first, day first or month first, with any separator or none, months as numbers
 * or words.
 */
final class PrintedDates {

    private static final Pattern JOINED = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern JOINED_YEAR_LAST = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[^\\d\\p{L}](\\d{1,2})[^\\d\\p{L}](\\d{1,2})(\\D.*)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})[^\\d\\p{L}](\\d{1,2})[^\\d\\p{L}](\\d{4}|\\d{2})(\\D.*)?");
    private static final Pattern WORD_SECOND = Pattern.compile("(\\d{1,2})\\W*(\\p{L}{3,})\\W*(\\d{4}|\\d{2})");
    private static final Pattern WORD_FIRST = Pattern.compile("(\\p{L}{3,})\\W*(\\d{1,2})\\W+(\\d{4}|\\d{2})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int THIS_CENTURY_UNTIL = 25;
    private static final int EARLIEST = 1000;
    private static final int LATEST = 2100;

    private final boolean monthFirst;

    private PrintedDates(boolean monthFirst) {
        this.monthFirst = monthFirst;
    }

    /** Learns from a column whether days or months come first; days unless more cells say otherwise. */
    static PrintedDates of(Stream<String> cells) {
        int[] beyondTwelve = new int[2];
        cells.forEach(cell -> {
            Matcher found = YEAR_LAST.matcher(cell);
            if (found.matches()) {
                beyondTwelve[0] += Integer.parseInt(found.group(1)) > 12 ? 1 : 0;
                beyondTwelve[1] += Integer.parseInt(found.group(2)) > 12 ? 1 : 0;
            }
        });
        return new PrintedDates(beyondTwelve[1] > beyondTwelve[0]);
    }

    /** The date, or null when the cell holds none. */
    @Nullable
    LocalDate read(String cell) {
        Matcher found = JOINED.matcher(cell);
        if (found.matches()) {
            LocalDate date = date(found.group(1), found.group(2), found.group(3));
            return date == null ? joinedYearLast(cell) : date;
        }
        found = YEAR_FIRST.matcher(cell);
        if (found.matches()) {
            return date(found.group(1), found.group(2), found.group(3));
        }
        found = YEAR_LAST.matcher(cell);
        if (found.matches()) {
            return monthFirst
                    ? date(found.group(3), found.group(1), found.group(2))
                    : date(found.group(3), found.group(2), found.group(1));
        }
        found = WORD_SECOND.matcher(cell);
        if (found.matches()) {
            return date(found.group(3), month(found.group(2)), found.group(1));
        }
        found = WORD_FIRST.matcher(cell);
        return found.matches() ? date(found.group(3), month(found.group(1)), found.group(2)) : null;
    }

    private static @Nullable LocalDate joinedYearLast(String cell) {
        Matcher found = JOINED_YEAR_LAST.matcher(cell);
        return found.matches() ? date(found.group(3), found.group(2), found.group(1)) : null;
    }

    private static String month(String word) {
        String start = word.substring(0, 3).toLowerCase(Locale.ROOT);
        return Integer.toString(MONTHS.indexOf(start) + 1);
    }

    /** Day and month are exchanged where only that makes a date. */
    static @Nullable LocalDate date(String year, String month, String day) {
        try {
            int y = Integer.parseInt(year.strip());
            int m = Integer.parseInt(month.strip());
            int d = Integer.parseInt(day.strip());
            if (year.strip().length() == 2) {
                y += y <= THIS_CENTURY_UNTIL ? 2000 : 1900;
            }
            if (y < EARLIEST || y > LATEST) {
                return null;
            }
            return m > 12 && d <= 12 ? LocalDate.of(y, d, m) : LocalDate.of(y, m, d);
        } catch (NumberFormatException | DateTimeException unreadable) {
            return null;
        }
    }
}
