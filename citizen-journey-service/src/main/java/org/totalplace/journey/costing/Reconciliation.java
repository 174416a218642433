package org.totalplace.journey.costing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.paging.Csv;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/**
 * Ledger total = person costs + what is not attributable to a person, for every agency and service line, to the penny.
 *
 * @param withoutLedger lines that have contacts but no payments: their cost is not known, or by reference costs only
 */
record Reconciliation(
        String year,
        Instant asOf,
        Sum total,
        List<AgencySum> agencies,
        List<Line> lines,
        List<Uncosted> withoutLedger) {

    /** Pounds. */
    record Sum(BigDecimal ledger, BigDecimal attributed, BigDecimal residual) {}

    record AgencySum(String agency, BigDecimal ledger, BigDecimal attributed, BigDecimal residual) {}

    record Line(
            String agency,
            String service,
            @Nullable String name,
            BigDecimal ledger,
            BigDecimal attributed,
            BigDecimal residual,
            BigDecimal units,
            BigDecimal unitsOfKnownPersons) {}

    /**
     * @param units in contacts
     * @param reference pounds by reference costs, in no sum of the ledger's; null where none was set
     * @param referenceAttributed of it, the parts of known persons
     */
    record Uncosted(
            String agency,
            String service,
            BigDecimal units,
            @Nullable BigDecimal reference,
            @Nullable BigDecimal referenceAttributed) {

        static Uncosted of(LineCost line) {
            LineCost.Referenced reference = line.reference();
            return new Uncosted(
                    line.agency(),
                    line.service(),
                    LineCost.units(line.counted()),
                    reference == null ? null : reference.total().pounds(),
                    reference == null ? null : reference.attributed().pounds());
        }
    }

    static Reconciliation of(FinancialYear year, Instant asOf, List<LineCost> all) {
        List<LineCost> costed =
                all.stream().filter(line -> line.ledger() != null).toList();
        Map<String, List<LineCost>> byAgency =
                costed.stream().collect(Collectors.groupingBy(LineCost::agency, TreeMap::new, Collectors.toList()));
        return new Reconciliation(
                year.label(),
                asOf,
                sum(costed),
                byAgency.entrySet().stream()
                        .map(entry -> agency(entry.getKey(), sum(entry.getValue())))
                        .toList(),
                costed.stream().map(Reconciliation::line).toList(),
                all.stream()
                        .filter(line -> line.ledger() == null && line.counted() > 0)
                        .map(Uncosted::of)
                        .toList());
    }

    String csv() {
        StringBuilder csv = new StringBuilder(Csv.line(List.of(
                "year",
                "agency",
                "service",
                "name",
                "ledger",
                "attributed",
                "residual",
                "units",
                "unitsOfKnownPersons")));
        for (Line line : lines) {
            csv.append(Csv.line(List.of(
                    year,
                    line.agency(),
                    line.service(),
                    Objects.requireNonNullElse(line.name(), ""),
                    line.ledger(),
                    line.attributed(),
                    line.residual(),
                    line.units(),
                    line.unitsOfKnownPersons())));
        }
        return csv.toString();
    }

    private static AgencySum agency(String agency, Sum sum) {
        return new AgencySum(agency, sum.ledger(), sum.attributed(), sum.residual());
    }

    private static Line line(LineCost line) {
        return new Line(
                line.agency(),
                line.service(),
                line.name(),
                Objects.requireNonNull(line.ledger()).pounds(),
                line.attributed().pounds(),
                line.residual().pounds(),
                LineCost.units(line.activity()),
                LineCost.units(line.known()));
    }

    private static Sum sum(List<LineCost> lines) {
        Pence ledger = lines.stream()
                .map(line -> Objects.requireNonNull(line.ledger()))
                .reduce(Pence.ZERO, Pence::plus);
        Pence attributed = lines.stream().map(LineCost::attributed).reduce(Pence.ZERO, Pence::plus);
        return new Sum(
                ledger.pounds(), attributed.pounds(), ledger.minus(attributed).pounds());
    }
}
