package org.totalplace.journey.costing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Page;
import org.totalplace.value.FinancialYear;

/** What one unit of each service line cost in a year. */
record UnitCosts(String year, Instant asOf, List<UnitCost> results, Page.Paging paging) {

    private static final List<String> COLUMNS = List.of(
            "year",
            "agency",
            "service",
            "name",
            "type",
            "unit",
            "units",
            "activity",
            "ledger",
            "cost",
            "value",
            "kind",
            "source",
            "sourceYear",
            "priceBase",
            "grade",
            "bearer");

    /**
     * @param units that the ledger's total is divided by; contacts to the nearest 5, null where they tell of few
     * @param activity {@code declared} by the agency for the whole place, or only {@code contacts}
     * @param cost pounds for one unit, of so many units as are told
     * @param symbol {@code c} where units and cost are confidential; {@code x} where there is no cost or no activity to
     *     make one from
     * @param value {@code fiscal}, {@code economic} or {@code social}: never added
     * @param kind {@code local}: from this place's own ledger; {@code reference}: from elsewhere
     * @param type of contact that a reference cost stands for; null for the whole line
     * @param sourceYear of a reference cost's source
     * @param priceBase the year of whose prices a reference cost was; {@code cost} is in this year's
     * @param grade confidence in a reference cost, 1 the highest to 6
     * @param bearer the agency that bears it
     */
    record UnitCost(
            String agency,
            String service,
            @Nullable String name,
            @Nullable String type,
            @Nullable String unit,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal units,

            @Nullable String activity,
            @Nullable BigDecimal ledger,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal cost,

            @Nullable String symbol,
            String value,
            String kind,
            String source,
            @Nullable String sourceYear,
            @Nullable String priceBase,
            @Nullable Integer grade,
            String bearer) {}

    /** A reference cost stands in for a line only where the ledger does not have it. */
    static UnitCosts of(FinancialYear year, Instant asOf, List<LineCost> lines, List<InflatedCost> references) {
        Set<List<String>> paid = lines.stream()
                .filter(line -> line.ledger() != null)
                .map(line -> List.of(line.agency(), line.service()))
                .collect(Collectors.toSet());
        List<InflatedCost> used = references.stream()
                .filter(reference -> reference.cost().value() != ValueKind.FISCAL || !paid.contains(reference.line()))
                .toList();
        Set<List<String>> referenced = used.stream()
                .filter(reference -> reference.cost().value() == ValueKind.FISCAL)
                .map(InflatedCost::line)
                .collect(Collectors.toSet());
        Stream<UnitCost> local = lines.stream()
                .filter(line -> line.activity() > 0)
                .filter(line -> line.ledger() != null || !referenced.contains(List.of(line.agency(), line.service())))
                .map(line -> cost(year, line));
        List<UnitCost> costs = Stream.concat(local, used.stream().map(UnitCosts::cost))
                .sorted(Comparator.comparing(UnitCost::agency).thenComparing(UnitCost::service))
                .toList();
        return new UnitCosts(year.label(), asOf, costs, new Page.Paging(null));
    }

    String csv() {
        StringBuilder csv = new StringBuilder(Csv.line(COLUMNS));
        for (UnitCost line : results) {
            csv.append(Csv.line(Arrays.asList(
                    year,
                    line.agency(),
                    line.service(),
                    line.name(),
                    line.type(),
                    line.unit(),
                    line.units() == null && line.activity() != null ? line.symbol() : line.units(),
                    line.activity(),
                    line.ledger() == null ? "x" : line.ledger(),
                    line.cost() == null ? line.symbol() : line.cost(),
                    line.value(),
                    line.kind(),
                    line.source(),
                    line.sourceYear(),
                    line.priceBase(),
                    line.grade(),
                    line.bearer())));
        }
        return csv.toString();
    }

    private static UnitCost cost(FinancialYear year, LineCost line) {
        BigDecimal cost = line.unitCost();
        BigDecimal units = line.publishedUnits();
        String noCost = cost == null ? "x" : null;
        return new UnitCost(
                line.agency(),
                line.service(),
                line.name(),
                null,
                line.unit(),
                units,
                line.declared() ? "declared" : "contacts",
                line.ledger() == null ? null : line.ledger().pounds(),
                cost,
                units == null ? "c" : noCost,
                ValueKind.FISCAL.code(),
                "local",
                "ledger of " + line.agency() + ", payments of " + year.label(),
                null,
                null,
                null,
                line.agency());
    }

    private static UnitCost cost(InflatedCost reference) {
        ReferenceCost cost = reference.cost();
        return new UnitCost(
                cost.agency(),
                cost.service(),
                null,
                cost.type(),
                cost.unit(),
                null,
                null,
                null,
                reference.pounds(),
                reference.pounds() == null ? "x" : null,
                cost.value().code(),
                "reference",
                cost.source(),
                cost.year().label(),
                cost.priceBase().label(),
                cost.grade(),
                cost.bearer());
    }
}
