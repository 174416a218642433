package org.totalplace.value;

import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The year of English public bodies' accounts, from 1 April to 31 March.
 *
 * @param start the calendar year in which it begins, 1900 to 2199
 */
public record FinancialYear(int start) implements Comparable<FinancialYear> {

    private static final Pattern LABEL = Pattern.compile("(\\d{4})-(\\d{2})");

    public FinancialYear {
        if (start < 1900 || start > 2199) {
            throw new IllegalArgumentException("A financial year starts between 1900 and 2199, not in " + start);
        }
    }

    /** The year that a day belongs to. */
    public static FinancialYear of(LocalDate day) {
        return new FinancialYear(day.getMonthValue() >= Month.APRIL.getValue() ? day.getYear() : day.getYear() - 1);
    }

    /**
     * Reads {@code 2024-25}.
     *
     * @throws IllegalArgumentException if the text is no such label, or its second year does not follow the first
     */
    public static FinancialYear parse(String label) {
        Matcher matcher = LABEL.matcher(label);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A financial year is written like 2024-25, not '" + label + "'");
        }
        FinancialYear year = new FinancialYear(Integer.parseInt(matcher.group(1)));
        if (!year.label().equals(label)) {
            throw new IllegalArgumentException("'" + label + "' is not one year: did you mean " + year.label() + "?");
        }
        return year;
    }

    public LocalDate firstDay() {
        return LocalDate.of(start, Month.APRIL, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(start + 1, Month.MARCH, 31);
    }

    /** As people write it: {@code 2024-25}. */
    public String label() {
        return "%d-%02d".formatted(start, (start + 1) % 100);
    }

    @Override
    public int compareTo(FinancialYear other) {
        return Integer.compare(start, other.start);
    }

    @Override
    public String toString() {
        return label();
    }
}
