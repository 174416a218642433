package org.totalplace.gateway.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.totalplace.value.FinancialYear;

/**
 * @param govukFrontend version of the design system's webjar
 * @param newestYear the year that pages show when none is asked for, like {@code 2024-25}
 */
@ConfigurationProperties("totalplace.pages")
public record PageSettings(String govukFrontend, String newestYear) {

    /** Pages show years before and after the one that is asked for. */
    private static final int FIRST = 1950;

    private static final int LAST = 2150;

    /** @param asked like {@code 2024-25}; null for the newest */
    public FinancialYear year(@org.jspecify.annotations.Nullable String asked) {
        try {
            FinancialYear year = FinancialYear.parse(asked == null || asked.isBlank() ? newestYear : asked.strip());
            if (year.start() < FIRST || year.start() > LAST) {
                throw new IllegalArgumentException("No page shows " + year.label());
            }
            return year;
        } catch (IllegalArgumentException notAYear) {
            throw org.totalplace.starter.problem.Problem.badInput(
                    "year", "invalid-year", "A year is written like 2024-25. Choose one on the page.");
        }
    }

    /** What a page says of its year: {@code year}, {@code yearBefore}, {@code yearAfter}. */
    public Map<String, String> years(FinancialYear year) {
        return Map.of(
                "year", year.label(),
                "yearBefore", new FinancialYear(year.start() - 1).label(),
                "yearAfter", new FinancialYear(year.start() + 1).label());
    }

    /** The years that a form offers, the newest first: those about the one that is shown, and the newest of all. */
    public List<String> choice(FinancialYear year) {
        return IntStream.of(year(null).start(), year.start() + 1, year.start(), year.start() - 1, year.start() - 2)
                .distinct()
                .boxed()
                .sorted(Comparator.reverseOrder())
                .map(start -> new FinancialYear(start).label())
                .toList();
    }
}
