package org.totalplace.intake.reading;

import java.util.Arrays;
import java.util.Locale;

/** Whether the day or the month comes first where a date is written in figures with the year last. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST;

    /** As the API writes it, for example {@code day-first}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The order of a code.
     *
     * @throws IllegalArgumentException if there is no such order
     */
    public static DateOrder ofCode(String code) {
        return Arrays.stream(values())
                .filter(order -> order.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("A date order is day-first or month-first, not '" + code + "'"));
    }
}
