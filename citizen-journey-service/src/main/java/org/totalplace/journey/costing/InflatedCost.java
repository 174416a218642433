package org.totalplace.journey.costing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.price.RealTerms;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/**
 * A reference cost in the prices of a year.
 *
 * @param pounds for a unit, to the nearest penny, for reading; null where no deflator brings it to the year
 */
record InflatedCost(ReferenceCost cost, @Nullable BigDecimal pounds) {

    /** One year of a series of deflators. */
    record Price(BigDecimal index, String status, String source) {}

    static InflatedCost of(ReferenceCost cost, FinancialYear year, Map<FinancialYear, Price> series) {
        Pence pence = cost.cost();
        if (pence == null || cost.priceBase().equals(year)) {
            return new InflatedCost(cost, pence == null ? null : pence.pounds());
        }
        Price from = series.get(cost.priceBase());
        Price to = series.get(year);
        return new InflatedCost(
                cost,
                from == null || to == null
                        ? null
                        : new RealTerms(year.label(), from.index(), to.index(), to.source(), to.status())
                                .of(pence.pounds()));
    }

    /** Agency and service. */
    List<String> line() {
        return List.of(cost.agency(), cost.service());
    }
}
