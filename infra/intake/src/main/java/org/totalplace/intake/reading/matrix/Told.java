package org.totalplace.intake.reading.matrix;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.FinancialYear;

/**
 * What is said of a table's amounts outside it.
 *
 * @param unit that the feed's settings say
 * @param phase that the feed's settings or the sender say
 * @param year that the sender says
 * @param texts titles, the sheet's name and the file's, in the order in which they are believed
 */
public record Told(
        @Nullable MoneyUnit unit,
        @Nullable String phase,
        @Nullable FinancialYear year,
        List<String> texts) {

    public Told {
        texts = List.copyOf(texts);
    }

    @Nullable
    MoneyUnit unitInTexts() {
        return texts.stream()
                .map(MoneyUnit::saidIn)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String phaseOrTitle() {
        return phase != null
                ? phase
                : texts.stream()
                        .map(Phases::told)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    @Nullable
    FinancialYear yearOrTitle() {
        return year != null
                ? year
                : texts.stream()
                        .map(Years::only)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
