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
    private static final Pattern WORD_SECOND =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?\\W*(\\p{L}{3,})\\W*(\\d{4}|\\d{2})(\\D.*)?");
    private static final Pattern WORD_FIRST =
            Pattern.compile("(\\p{L}{3,})\\W*(\\d{1,2})(?:st|nd|rd|th)?\\W+(\\d{4}|\\d{2})(\\D.*)?");
    /** Days since the end of 1899, as spreadsheets count them: 1927 to 2064. */
    private static final Pattern SERIAL = Pattern.compile("[1-5]\\d{4}");

    private static final LocalDate BEFORE_SERIALS = LocalDate.of(1899, 12, 30);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int THIS_CENTURY_UNTIL = 25;
    private static final int EARLIEST = 1000;
    private static final int LATEST = 2100;
    private static final int EARLIEST_JOINED = 1700;

    private final boolean monthFirst;
    private final boolean dayBeforeMonth;
    private final boolean joinedYearLast;
    private final boolean serial;

    private PrintedDates(Seen seen) {
        this.monthFirst = seen.secondBeyondTwelve > seen.firstBeyondTwelve;
        this.dayBeforeMonth = seen.monthBeyondTwelve > seen.dayBeyondTwelve;
        this.joinedYearLast = seen.joinedYearLast > seen.joinedYearFirst;
        this.serial = seen.serial > 0 && seen.serial >= seen.filled - seen.filled / 10;
    }

    /** Learns from a column what comes first; days before months unless more cells say otherwise. */
    static PrintedDates of(Stream<String> cells) {
        Seen seen = new Seen();
        cells.filter(cell -> !cell.isEmpty()).forEach(seen::add);
        return new PrintedDates(seen);
    }

    /** How many cells of a column speak for which order. */
    private static final class Seen {

        private int filled;
        private int firstBeyondTwelve;
        private int secondBeyondTwelve;
        private int monthBeyondTwelve;
        private int dayBeyondTwelve;
        private int joinedYearFirst;
        private int joinedYearLast;
        private int serial;

        void add(String cell) {
            filled++;
            serial += SERIAL.matcher(cell).matches() ? 1 : 0;
            Matcher found = YEAR_LAST.matcher(cell);
            if (found.matches()) {
                addDayAndMonth(found);
            }
            found = YEAR_FIRST.matcher(cell);
            if (found.matches()) {
                monthBeyondTwelve += number(found, 2) > 12 ? 1 : 0;
                dayBeyondTwelve += number(found, 3) > 12 ? 1 : 0;
            }
            found = JOINED.matcher(cell);
            if (found.matches() && number(found, 1) >= EARLIEST_JOINED && number(found, 2) <= 12) {
                joinedYearFirst++;
            }
            found = JOINED_YEAR_LAST.matcher(cell);
            if (found.matches() && number(found, 3) >= EARLIEST_JOINED && number(found, 3) <= LATEST) {
                joinedYearLast++;
                addDayAndMonth(found);
            }
        }

        private void addDayAndMonth(Matcher found) {
            firstBeyondTwelve += number(found, 1) > 12 ? 1 : 0;
            secondBeyondTwelve += number(found, 2) > 12 ? 1 : 0;
        }

        private static int number(Matcher found, int group) {
            return Integer.parseInt(found.group(group));
        }
    }

    /** The date, or null when the cell holds none. */
    @Nullable
    LocalDate read(String cell) {
        if (serial && SERIAL.matcher(cell).matches()) {
            return BEFORE_SERIALS.plusDays(Integer.parseInt(cell));
        }
        Matcher found = JOINED.matcher(cell);
        if (found.matches()) {
            LocalDate last = joinedYearLast ? joinedYearLast(cell) : null;
            LocalDate first = last == null ? date(found.group(1), found.group(2), found.group(3)) : last;
            return first == null ? joinedYearLast(cell) : first;
        }
        found = YEAR_FIRST.matcher(cell);
        if (found.matches()) {
            return dayBeforeMonth
                    ? date(found.group(1), found.group(3), found.group(2))
                    : date(found.group(1), found.group(2), found.group(3));
        }
        found = YEAR_LAST.matcher(cell);
        if (found.matches()) {
            return yearLast(found);
        }
        found = WORD_SECOND.matcher(cell);
        if (found.matches()) {
            return date(found.group(3), month(found.group(2)), found.group(1));
        }
        found = WORD_FIRST.matcher(cell);
        return found.matches() ? date(found.group(3), month(found.group(1)), found.group(2)) : null;
    }

    private @Nullable LocalDate joinedYearLast(String cell) {
        Matcher found = JOINED_YEAR_LAST.matcher(cell);
        return found.matches() ? yearLast(found) : null;
    }

    private @Nullable LocalDate yearLast(Matcher found) {
        return monthFirst
                ? date(found.group(3), found.group(1), found.group(2))
                : date(found.group(3), found.group(2), found.group(1));
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
