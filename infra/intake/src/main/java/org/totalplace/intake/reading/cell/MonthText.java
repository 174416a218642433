package org.totalplace.intake.reading.cell;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what names a month, a quarter or a period of a financial year, but no day: {@code Apr-23}, {@code 2023-04},
 * {@code April to June 2023}, {@code 2023/24 P01}, {@code Q1 2023-24}. Periods and quarters count from April, and only
 * beside a financial year; what may be a month or a financial year, such as {@code 2010-11}, is neither.
 */
public final class MonthText {

    private static final int LONGEST = 60;
    private static final int APRIL = 4;
    private static final int MONTHS = 12;
    private static final int LAST_PERIOD = 14;
    private static final int CENTURY = 100;
    private static final int THIS_CENTURY = 2000;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private static final List<String> NAMES =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String NAME = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String GAP = "[\\s,./'\u2019_\u2013-]*";
    private static final String YEAR = "((?:19|20)\\d\\d|\\d\\d)";

    private static final Pattern NAMED = Pattern.compile("(?<![a-z])" + NAME + GAP + YEAR + "(?![\\d/])");
    private static final Pattern YEAR_AND_NAME =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)" + GAP + NAME + "(?![a-z])");
    private static final Pattern RANGE =
            Pattern.compile("(?<![a-z])" + NAME + "\\s*(?:-|\u2013|to|/)\\s*" + NAME + GAP + YEAR + "(?![\\d/])");
    private static final Pattern YEAR_AND_FIGURES = Pattern.compile("((?:19|20)\\d\\d)\\s*[-/.]\\s*(\\d\\d?)");
    private static final Pattern FIGURES_AND_YEAR = Pattern.compile("(\\d\\d?)\\s*[-/.]\\s*((?:19|20)\\d\\d)");
    private static final Pattern FINANCIAL =
            Pattern.compile("(?<!\\d)(?:fy\\s*)?((?:19|20)?\\d\\d)\\s*[-/\u2013]\\s*((?:19|20)?\\d\\d)(?!\\d)");
    private static final Pattern CALENDAR = Pattern.compile("(?<!\\d)20\\d\\d(?!\\d)");
    private static final Pattern ANY_NAME = Pattern.compile("(?<![a-z])" + NAME + "(?![a-z])");
    private static final Pattern QUARTER =
            Pattern.compile("(?:q|qtr|quarter)\\s*([1-4])|([1-4])(?:st|nd|rd|th)?\\s*(?:q|qtr|quarter)");
    private static final Pattern PERIOD = Pattern.compile("(?:p|pd|per|prd|period|month|mth|m)?[\\s.-]*0*(\\d{1,2})");

    private MonthText() {}

    /** The first day of what a stripped cell names; null if it names nothing, or more than that. */
    public static @Nullable LocalDate firstDay(String cell) {
        if (cell.length() > LONGEST || cell.length() < 4) {
            return null;
        }
        String text = cell.toLowerCase(Locale.ROOT);
        LocalDate financial = ofFinancialYear(text);
        return financial == null ? ofCalendar(text) : financial;
    }

    /** The first day of the only month or range of months that a title, a sheet's or a file's name tells; or null. */
    public static @Nullable LocalDate in(String title) {
        String text = title.toLowerCase(Locale.ROOT).replace('_', ' ');
        LocalDate range = first(RANGE.matcher(text), 1, 3);
        if (range != null) {
            return range;
        }
        LocalDate named = only(NAMED.matcher(text), 1, 2);
        return named == null ? only(YEAR_AND_NAME.matcher(text), 2, 1) : named;
    }

    /**
     * The first day of the only financial year that a title or a name tells, such as {@code 2023-24}; where it tells
     * no month either, that of its only year of the calendar; null if it has neither.
     */
    public static @Nullable LocalDate firstOfYear(String title) {
        String text = title.toLowerCase(Locale.ROOT).replace('_', ' ');
        LocalDate financial = null;
        for (Matcher years = FINANCIAL.matcher(text); years.find(); ) {
            int first = year(years.group(1));
            if ((first + 1) % CENTURY == Integer.parseInt(years.group(2)) % CENTURY) {
                LocalDate found = month(first, APRIL);
                if (financial != null && !financial.equals(found)) {
                    return null;
                }
                financial = found;
            }
        }
        if (financial != null || in(title) != null) {
            return financial;
        }
        Matcher calendar = CALENDAR.matcher(text);
        LocalDate year = calendar.find() ? month(Integer.parseInt(calendar.group()), 1) : null;
        return calendar.find() ? null : year;
    }

    /** The only month that a title or a file's name tells; null if it tells none, or more than one. */
    public static @Nullable YearMonth month(String title) {
        LocalDate first = in(title);
        boolean range =
                RANGE.matcher(title.toLowerCase(Locale.ROOT).replace('_', ' ')).find();
        return first == null || range ? null : YearMonth.from(first);
    }

    private static @Nullable LocalDate ofCalendar(String text) {
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            return month(year(named.group(2)), number(named.group(1)));
        }
        Matcher yearFirst = YEAR_AND_NAME.matcher(text);
        if (yearFirst.matches()) {
            return month(year(yearFirst.group(1)), number(yearFirst.group(2)));
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches() && number(range.group(1)) <= number(range.group(2))) {
            return month(year(range.group(3)), number(range.group(1)));
        }
        Matcher figures = YEAR_AND_FIGURES.matcher(text);
        if (figures.matches()) {
            int year = Integer.parseInt(figures.group(1));
            int second = Integer.parseInt(figures.group(2));
            return second == (year + 1) % CENTURY ? null : month(year, second);
        }
        Matcher yearLast = FIGURES_AND_YEAR.matcher(text);
        return yearLast.matches() ? month(year(yearLast.group(2)), Integer.parseInt(yearLast.group(1))) : null;
    }

    private static @Nullable LocalDate ofFinancialYear(String text) {
        Matcher matcher = FINANCIAL.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        int first = year(matcher.group(1));
        if ((first + 1) % CENTURY != Integer.parseInt(matcher.group(2)) % CENTURY) {
            return null;
        }
        String rest = (text.substring(0, matcher.start()) + " " + text.substring(matcher.end()))
                .replaceAll("^[\\s,:;.-]+|[\\s,:;.-]+$", "");
        Matcher name = ANY_NAME.matcher(rest);
        if (name.find()) {
            int month = number(name.group(1));
            return month(month < APRIL ? first + 1 : first, month);
        }
        Matcher quarter = QUARTER.matcher(rest);
        if (quarter.matches()) {
            String number = quarter.group(1) == null ? quarter.group(2) : quarter.group(1);
            return ofPeriod(first, 3 * Integer.parseInt(number) - 2);
        }
        Matcher period = PERIOD.matcher(rest);
        return period.matches() ? ofPeriod(first, Integer.parseInt(period.group(1))) : null;
    }

    /** Periods after the twelfth are those in which a year's books are closed: its last month. */
    private static @Nullable LocalDate ofPeriod(int year, int period) {
        if (period < 1 || period > LAST_PERIOD) {
            return null;
        }
        int months = APRIL - 1 + Math.min(period, MONTHS) - 1;
        return month(year + months / MONTHS, months % MONTHS + 1);
    }

    private static @Nullable LocalDate first(Matcher matcher, int name, int year) {
        return matcher.find() ? month(year(matcher.group(year)), number(matcher.group(name))) : null;
    }

    private static @Nullable LocalDate only(Matcher matcher, int name, int year) {
        LocalDate found = null;
        while (matcher.find()) {
            LocalDate next = month(year(matcher.group(year)), number(matcher.group(name)));
            if (found != null && !found.equals(next)) {
                return null;
            }
            found = next;
        }
        return found;
    }

    private static int number(String name) {
        return NAMES.indexOf(name.substring(0, 3)) + 1;
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return year < CENTURY ? THIS_CENTURY + year : year;
    }

    private static @Nullable LocalDate month(int year, int month) {
        return month < 1 || month > MONTHS || year < FIRST_YEAR || year > LAST_YEAR
                ? null
                : LocalDate.of(year, month, 1);
    }
}
