package org.totalplace.gateway.page.outcome;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        public String better() {
            String way = "lower".equals(polarity) ? "lower" : "higher";
            String gap = minimumGapDays == null || minimumGapDays == 0
                    ? ""
                    : ", at least " + minimumGapDays + " days after the first";
            if ("band".equals(rule)) {
                return "Better is a latest value in a " + way + " band than the first" + gap + ".";
            }
            String by = smallestChange == null || smallestChange.signum() == 0
                    ? ""
                    : " by at least " + smallestChange.stripTrailingZeros().toPlainString();
            return "Better is a latest value " + way + " than the first" + by + gap + ".";
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
