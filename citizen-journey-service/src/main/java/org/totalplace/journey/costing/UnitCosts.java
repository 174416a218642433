package org.totalplace.journey.costing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Page;
import org.totalplace.value.FinancialYear;

/** What one unit of each service line cost in a year. */
record UnitCosts(String year, Instant asOf, List<UnitCost> results, Page.Paging paging) {

    private static final List<String> COLUMNS = List.of(
            "year", "agency", "service", "name", "unit", "units", "activity", "ledger", "cost", "kind", "source");

    /**
     * @param units that the ledger's total is divided by
     * @param activity {@code declared} by the agency for the whole place, or only {@code contacts}
     * @param cost pounds for one unit
     * @param symbol {@code x} where there is no cost or no activity to make one from
     * @param kind {@code local}: from this place's own ledger
     */
    record UnitCost(
            String agency,
            String service,
            @Nullable String name,
            @Nullable String unit,
            BigDecimal units,
            String activity,
            @Nullable BigDecimal ledger,
            @Nullable BigDecimal cost,
            @Nullable String symbol,
            String kind,
            String source) {}

    static UnitCosts of(FinancialYear year, Instant asOf, List<LineCost> lines) {
        List<UnitCost> costs = lines.stream()
                .filter(line -> line.activity() > 0)
                .map(line -> cost(year, line))
                .toList();
        return new UnitCosts(year.label(), asOf, costs, new Page.Paging(null));
    }

    String csv() {
        StringBuilder csv = new StringBuilder(Csv.line(COLUMNS));
        for (UnitCost line : results) {
            csv.append(Csv.line(List.of(
                    year,
                    line.agency(),
                    line.service(),
                    Objects.requireNonNullElse(line.name(), ""),
                    Objects.requireNonNullElse(line.unit(), ""),
                    line.units(),
                    line.activity(),
                    line.ledger() == null ? "x" : line.ledger(),
                    line.cost() == null ? "x" : line.cost(),
                    line.kind(),
                    line.source())));
        }
        return csv.toString();
    }

    private static UnitCost cost(FinancialYear year, LineCost line) {
        BigDecimal cost = line.unitCost();
        return new UnitCost(
                line.agency(),
                line.service(),
                line.name(),
                line.unit(),
                LineCost.units(line.activity()),
                line.declared() ? "declared" : "contacts",
                line.ledger() == null ? null : line.ledger().pounds(),
                cost,
                cost == null ? "x" : null,
                "local",
                "ledger of " + line.agency() + ", payments of " + year.label());
    }
}
