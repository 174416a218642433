package org.totalplace.journey.personcost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.disclosure.PublishedCount;

/**
 * How many persons there are under the three readings of links, as it may be published.
 *
 * @param low if doubtful links are counted in
 * @param value as the links are
 * @param high if links that are not certain are left out
 */
record PersonsRange(PublishedCount low, PublishedCount value, PublishedCount high) {

    static PersonsRange of(DoubtOfCohort doubt) {
        return new PersonsRange(
                PublishedCount.of(doubt.tied()),
                PublishedCount.of(doubt.persons()),
                PublishedCount.of(doubt.certain()));
    }

    /**
     * Pounds a person, from published figures alone.
     *
     * @param low over the most persons
     * @param symbol {@code c} where few persons stand behind it, {@code z} where nobody does
     */
    record CostAPerson(
            @Nullable BigDecimal low,
            @Nullable BigDecimal value,
            @Nullable BigDecimal high,
            @Nullable String symbol) {}

    CostAPerson over(@Nullable BigDecimal pounds) {
        Long fewest = low.value();
        Long chosen = value.value();
        Long most = high.value();
        if (pounds == null || fewest == null || chosen == null || most == null) {
            return new CostAPerson(null, null, null, "c");
        }
        return fewest == 0
                ? new CostAPerson(null, null, null, "z")
                : new CostAPerson(each(pounds, most), each(pounds, chosen), each(pounds, fewest), null);
    }

    private static BigDecimal each(BigDecimal pounds, long persons) {
        return pounds.divide(BigDecimal.valueOf(persons), 2, RoundingMode.HALF_EVEN);
    }
}
