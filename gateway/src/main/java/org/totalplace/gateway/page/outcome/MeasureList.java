package org.totalplace.gateway.page.outcome;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Words;

/** The registry of measures as outcomes-service lists it. */
record MeasureList(List<Measure> results) {

    static final MeasureList NOT_TOLD = new MeasureList(List.of());

    record Measure(
            String code,
            @Nullable String name,
            @Nullable String definition,
            @Nullable String unit,
            @Nullable String polarity,
            @Nullable String domain,
            @Nullable String source,
            @Nullable String rule,
            @Nullable BigDecimal smallestChange,
            @Nullable Integer minimumGapDays) {

        /** When a person counts as better, in a sentence. */
        public String better(Words words) {
            return words.say(
                    "outcome.better",
                    "lower".equals(polarity) ? "lower" : "higher",
                    "band".equals(rule) ? "band" : "value",
                    smallestChange == null || smallestChange.signum() == 0 ? "any" : "least",
                    smallestChange == null
                            ? ""
                            : smallestChange.stripTrailingZeros().toPlainString(),
                    minimumGapDays == null ? 0 : minimumGapDays);
        }
    }

    MeasureList {
        results = results == null ? List.of() : List.copyOf(results);
    }

    Map<String, String> names() {
        return results.stream()
                .filter(measure -> measure.name() != null)
                .collect(Collectors.toMap(
                        Measure::code, measure -> String.valueOf(measure.name()), (one, other) -> other));
    }
}
