package org.totalplace.journey.eventlog;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.totalplace.starter.problem.Problem;

/** How days are told in a log, so that a known day of a person's life finds nobody. */
enum DateRule {
    /** Every case begins on Monday 3 January 2000; later days are told by whole weeks since its own first day. */
    WEEKS("weeks") {
        @Override
        LocalDate told(LocalDate day, LocalDate first) {
            return ORIGIN.plusWeeks(ChronoUnit.WEEKS.between(first, day));
        }
    },
    /** Every day is told as the first of its month. */
    MONTHS("months") {
        @Override
        LocalDate told(LocalDate day, LocalDate first) {
            return day.withDayOfMonth(1);
        }
    };

    private static final LocalDate ORIGIN = LocalDate.of(2000, 1, 3);

    private final String code;

    DateRule(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /**
     * The day as it is told.
     *
     * @param first day of the case
     */
    abstract LocalDate told(LocalDate day, LocalDate first);

    static DateRule asked(String code) {
        return Arrays.stream(values())
                .filter(rule -> rule.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.badInput(
                        "dates", "unknown-rule", "Dates are told by weeks or months, not by '" + code + "'."));
    }
}
