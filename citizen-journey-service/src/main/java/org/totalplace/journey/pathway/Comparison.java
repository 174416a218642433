package org.totalplace.journey.pathway;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.totalplace.starter.disclosure.PublishedAmount;
import org.totalplace.starter.disclosure.PublishedCount;

/**
 * Two variants side by side, as they may be published. Who took them differs in more than the way they took: it says
 * what was seen, not what caused it.
 */
record Comparison(String map, String year, Instant asOf, Method method, Side first, Side second) {

    private static final MathContext TWO_FIGURES = new MathContext(2, RoundingMode.HALF_UP);

    /**
     * One variant.
     *
     * @param medianDays from the first day to the last
     * @param costPerPerson what a person cost all agencies in the year on average, to two significant figures: an exact
     *     sum asked twice under slightly different rules would tell what one person costs
     * @param outcomes persons by domain and by status there: better, same, worse or unknown
     */
    record Side(
            String variant,
            List<String> steps,
            PublishedCount persons,
            long medianDays,
            PublishedAmount costPerPerson,
            Map<String, Map<String, PublishedCount>> outcomes) {}

    static Side side(
            Pathways.Variant variant, PublishedAmount cost, Map<String, Map<String, PublishedCount>> outcomes) {
        PublishedCount persons = PublishedCount.of(variant.persons());
        List<Long> days = variant.ways().stream().map(Way::days).sorted().toList();
        return new Side(
                VariantId.of(variant.steps()),
                variant.steps(),
                persons,
                days.get((days.size() - 1) / 2),
                perPerson(cost, variant.persons()),
                outcomes);
    }

    private static PublishedAmount perPerson(PublishedAmount cost, long persons) {
        BigDecimal pounds = cost.value();
        return pounds == null
                ? cost
                : new PublishedAmount(
                        pounds.divide(BigDecimal.valueOf(persons), TWO_FIGURES).setScale(2, RoundingMode.HALF_UP),
                        null);
    }
}
