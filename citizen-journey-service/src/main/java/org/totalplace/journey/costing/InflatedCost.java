package org.totalplace.journey.costing;

import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.price.Deflators;
import org.totalplace.starter.price.RealTerms;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/**
 * A reference cost in the prices of a year.
 *
 * @param pounds for a unit, to the nearest penny, for reading; null where no deflator brings it to the year
 */
record InflatedCost(ReferenceCost cost, @Nullable BigDecimal pounds) {

    static InflatedCost of(ReferenceCost cost, FinancialYear year, Deflators deflators) {
        Pence pence = cost.cost();
        if (pence == null || cost.priceBase().equals(year)) {
            return new InflatedCost(cost, pence == null ? null : pence.pounds());
        }
        NavigableMap<FinancialYear, Deflators.Deflator> series = deflators.series();
        Deflators.Deflator from = series.get(cost.priceBase());
        Deflators.Deflator to = series.get(year);
        return new InflatedCost(
                cost,
                from == null || to == null
                        ? null
                        : new RealTerms(year.label(), from.index(), to.index(), deflators.source(), to.status())
                                .of(pence.pounds()));
    }

    /** Agency and service. */
    List<String> line() {
        return List.of(cost.agency(), cost.service());
    }
}
