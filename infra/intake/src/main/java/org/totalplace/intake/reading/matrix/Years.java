package org.totalplace.intake.reading.matrix;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.FinancialYear;

/** Finds financial years in the forms that people write. */
public final class Years {

    private static final Pattern YEARS =
            Pattern.compile("(?<![\\d.,])(?:((?:19|20)\\d\\d)\\s*[-/_\u2013\u2014]\\s*(\\d{4}|\\d{2})"
                    + "|(\\d\\d)\\s*[-/]\\s*(\\d\\d))(?![\\d/])");
    private static final Pattern ENDING = Pattern.compile(
            "(?:year ending|year ended|as at)\\s+(?:31(?:st)?\\s+)?march\\s+((?:19|20)\\d\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CALENDAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final int CENTURY = 100;
    private static final int THIS_CENTURY = 2000;

    private Years() {}

    /** A year and where it stands. */
    record Found(FinancialYear year, int start, int end) {}

    /** The first financial year in a text; null if there is none. */
    static @Nullable Found in(String text) {
        Matcher matcher = YEARS.matcher(text);
        while (matcher.find()) {
            boolean full = matcher.group(1) != null;
            int first = full ? number(matcher.group(1)) : THIS_CENTURY + number(matcher.group(3));
            int second = number(full ? matcher.group(2) : matcher.group(4));
            if ((first + 1) % CENTURY == second % CENTURY && (second < CENTURY || second == first + 1)) {
                return new Found(new FinancialYear(first), matcher.start(), matcher.end());
            }
        }
        Matcher ending = ENDING.matcher(text);
        return ending.find()
                ? new Found(new FinancialYear(number(ending.group(1)) - 1), ending.start(), ending.end())
                : null;
    }

    /** The financial year of a cell that holds nothing else: {@code 2024-25}, or the calendar year it begins in. */
    public static @Nullable FinancialYear cell(String cell) {
        Found found = in(cell);
        if (found != null) {
            return found.year();
        }
        return CALENDAR.matcher(cell.strip()).matches() ? new FinancialYear(number(cell.strip())) : null;
    }

    /** The only financial year that a text names; null if it names none or several. */
    public static @Nullable FinancialYear only(String text) {
        Set<FinancialYear> years = new TreeSet<>();
        String rest = text;
        for (Found found = in(rest); found != null; found = in(rest)) {
            years.add(found.year());
            rest = rest.substring(0, found.start()) + " " + rest.substring(found.end());
        }
        return years.size() == 1 ? years.iterator().next() : null;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
