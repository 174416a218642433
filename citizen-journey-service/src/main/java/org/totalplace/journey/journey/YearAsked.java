package org.totalplace.journey.journey;

import java.util.Objects;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.FinancialYear;

/** The {@code year} parameter of figures. */
public final class YearAsked {

    private YearAsked() {}

    /** @throws Problem 400 unless it is written like {@code 2024-25} */
    public static FinancialYear read(String year) {
        try {
            return FinancialYear.parse(year);
        } catch (IllegalArgumentException invalid) {
            throw Problem.badInput("year", "invalid-year", Objects.toString(invalid.getMessage()));
        }
    }
}
