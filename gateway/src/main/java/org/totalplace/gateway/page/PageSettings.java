package org.totalplace.gateway.page;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.totalplace.value.FinancialYear;

/**
 * @param govukFrontend version of the design system's webjar
 * @param newestYear the year that pages show when none is asked for, like {@code 2024-25}
 */
@ConfigurationProperties("totalplace.pages")
public record PageSettings(String govukFrontend, String newestYear) {

    /** @param asked like {@code 2024-25}; null for the newest */
    public FinancialYear year(@org.jspecify.annotations.Nullable String asked) {
        try {
            return FinancialYear.parse(asked == null || asked.isBlank() ? newestYear : asked.strip());
        } catch (IllegalArgumentException notAYear) {
            throw org.totalplace.starter.problem.Problem.badInput(
                    "year", "invalid-year", "A year is written like 2024-25. Choose one on the page.");
        }
    }
}
