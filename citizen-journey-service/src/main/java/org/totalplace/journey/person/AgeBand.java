package org.totalplace.journey.person;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.FinancialYear;

/** How old persons were on the first day of a financial year. */
public enum AgeBand {
    UNDER_18("0-17", 0, 17),
    TO_24("18-24", 18, 24),
    TO_64("25-64", 25, 64),
    TO_74("65-74", 65, 74),
    TO_84("75-84", 75, 84),
    FROM_85("85-and-over", 85, 200);

    private final String code;
    private final int from;
    private final int to;

    AgeBand(String code, int from, int to) {
        this.code = code;
        this.from = from;
        this.to = to;
    }

    public String code() {
        return code;
    }

    public boolean holds(LocalDate born, FinancialYear year) {
        return !born.isBefore(earliestBorn(year)) && !born.isAfter(latestBorn(year));
    }

    public LocalDate earliestBorn(FinancialYear year) {
        return year.firstDay().minusYears(to + 1L).plusDays(1);
    }

    /** Who was born within the year counts as not yet one. */
    public LocalDate latestBorn(FinancialYear year) {
        return from == 0 ? LocalDate.of(9999, 12, 31) : year.firstDay().minusYears(from);
    }

    static AgeBand asked(String code) {
        return Arrays.stream(values())
                .filter(band -> band.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.badInput(
                        "ageBand",
                        "unknown-band",
                        "An age band is one of "
                                + Arrays.stream(values()).map(AgeBand::code).collect(Collectors.joining(", "))
                                + ", not '" + code + "'."));
    }
}
