package org.totalplace.journey.costing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
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
 * Ledger total = person costs + what is not attributable to a person, for every agency and service line, to the penny,
 * as it may be published: where few persons or two of them make up what is attributed, it is told in a larger sum.
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

    private static final String CONFIDENTIAL = "c";

    /**
     * Pounds.
     *
     * @param symbol {@code c} where what is attributed, and the residual with it, is confidential
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Sum(
            BigDecimal ledger,
            @Nullable BigDecimal attributed,
            @Nullable BigDecimal residual,
            @Nullable String symbol) {}

    /** The same of an agency. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AgencySum(
            String agency,
            BigDecimal ledger,
            @Nullable BigDecimal attributed,
            @Nullable BigDecimal residual,
            @Nullable String symbol) {}

    /**
     * The same of a line.
     *
     * @param units declared, or contacts to the nearest 5
     * @param unitsOfKnownPersons contacts to the nearest 5
     * @param unitsSymbol {@code c} where one of them, or both, is confidential
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(
            String agency,
            String service,
            @Nullable String name,
            BigDecimal ledger,
            @Nullable BigDecimal attributed,
            @Nullable BigDecimal residual,
            @Nullable String symbol,
            @Nullable BigDecimal units,
            @Nullable BigDecimal unitsOfKnownPersons,
            @Nullable String unitsSymbol) {}

    /**
     * @param units in contacts, to the nearest 5
     * @param reference pounds by reference costs, in no sum of the ledger's; null where none was set
     * @param referenceAttributed of it, the parts of known persons
     * @param symbol {@code c} where all of them are confidential
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Uncosted(
            String agency,
            String service,
            @Nullable BigDecimal units,
            @Nullable BigDecimal reference,
            @Nullable BigDecimal referenceAttributed,
            @Nullable String symbol) {

        static Uncosted of(LineCost line, boolean told) {
            LineCost.Referenced reference = line.reference();
            BigDecimal units = told ? line.publishedContacts(line.counted()) : null;
            return new Uncosted(
                    line.agency(),
                    line.service(),
                    units,
                    units == null || reference == null
                            ? null
                            : reference.total().pounds(),
                    units == null || reference == null
                            ? null
                            : reference.attributed().pounds(),
                    units == null ? CONFIDENTIAL : null);
        }
    }

    static Reconciliation of(FinancialYear year, Instant asOf, List<LineCost> all) {
        ToldLines told = ToldLines.of(all);
        List<LineCost> costed =
                all.stream().filter(line -> line.ledger() != null).toList();
        Map<String, List<LineCost>> byAgency =
                costed.stream().collect(Collectors.groupingBy(LineCost::agency, TreeMap::new, Collectors.toList()));
        return new Reconciliation(
                year.label(),
                asOf,
                sum(costed, told.tellsTotal()),
                byAgency.entrySet().stream()
                        .map(entry -> agency(entry.getKey(), sum(entry.getValue(), told.tellsAgency(entry.getKey()))))
                        .toList(),
                costed.stream().map(line -> line(line, told.tells(line))).toList(),
                all.stream()
                        .filter(line -> line.ledger() == null && line.counted() > 0)
                        .map(line -> Uncosted.of(line, told.tells(line)))
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
            List<Object> cells = new ArrayList<>(List.of(
                    year, line.agency(), line.service(), Objects.requireNonNullElse(line.name(), ""), line.ledger()));
            cells.add(shown(line.attributed()));
            cells.add(shown(line.residual()));
            cells.add(shown(line.units()));
            cells.add(shown(line.unitsOfKnownPersons()));
            csv.append(Csv.line(cells));
        }
        return csv.toString();
    }

    private static Object shown(@Nullable BigDecimal figure) {
        return figure == null ? CONFIDENTIAL : figure;
    }

    private static AgencySum agency(String agency, Sum sum) {
        return new AgencySum(agency, sum.ledger(), sum.attributed(), sum.residual(), sum.symbol());
    }

    private static Line line(LineCost line, boolean told) {
        BigDecimal units = line.publishedUnits();
        BigDecimal known = told ? line.publishedContacts(line.known()) : null;
        return new Line(
                line.agency(),
                line.service(),
                line.name(),
                Objects.requireNonNull(line.ledger()).pounds(),
                told ? line.attributed().pounds() : null,
                told ? line.residual().pounds() : null,
                told ? null : CONFIDENTIAL,
                units,
                known,
                units == null || known == null ? CONFIDENTIAL : null);
    }

    private static Sum sum(List<LineCost> lines, boolean told) {
        Pence ledger = lines.stream()
                .map(line -> Objects.requireNonNull(line.ledger()))
                .reduce(Pence.ZERO, Pence::plus);
        Pence attributed = lines.stream().map(LineCost::attributed).reduce(Pence.ZERO, Pence::plus);
        return told
                ? new Sum(
                        ledger.pounds(),
                        attributed.pounds(),
                        ledger.minus(attributed).pounds(),
                        null)
                : new Sum(ledger.pounds(), null, null, CONFIDENTIAL);
    }
}
