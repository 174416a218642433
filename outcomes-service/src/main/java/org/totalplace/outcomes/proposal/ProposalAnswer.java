package org.totalplace.outcomes.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.proposal.Proposal.Benefit;
import org.totalplace.outcomes.proposal.Proposal.Cost;
import org.totalplace.outcomes.proposal.Proposal.Value;
import org.totalplace.outcomes.proposal.Reckoning.Cell;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/**
 * A proposal with who pays and who gains, each figure with what makes it, beside what was found out afterwards.
 *
 * @param agencies payers and gainers, over the whole plan
 * @param paidBackIn the first year, not before the first payment, from which on to the end of the plan all that was
 *     gained so far covers all that was paid; null if there is none
 * @param cashPaidBackIn the same of what can be cashed alone
 * @param otherValue economic and social value in pounds, kept apart and never added
 */
@Schema(name = "ProposalTold")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProposalAnswer(
        String code,
        int version,
        String setBy,
        Instant asOf,
        String title,
        String group,
        List<String> years,
        List<Payer> agencies,
        Row total,
        @Nullable String paidBackIn,
        @Nullable String cashPaidBackIn,
        List<Paid> costs,
        List<Explained> benefits,
        Map<String, BigDecimal> otherValue,
        Map<String, List<Proposal.Line>> bottomLine,
        List<Beside> outturn) {

    static final List<String> COLUMNS = List.of("proposal", "agency", "year", "pays", "gains", "cashable", "net");

    private static final List<String> DOMAINS = List.of("social", "environmental", "economic");

    /** Pounds of one year, or of all. */
    @Schema(name = "ProposalRow")
    record Row(String year, BigDecimal pays, BigDecimal gains, BigDecimal cashable, BigDecimal net) {}

    /** @param role {@code payer} whose net is below nothing, {@code gainer}, or {@code even} */
    @Schema(name = "ProposalAgency")
    record Payer(String agency, String role, Row total, List<Row> years) {}

    /**
     * A cost and what it is reckoned with.
     *
     * @param pays amount × (1 + correction)
     */
    @Schema(name = "ProposalCost")
    record Paid(
            String agency,
            String year,
            BigDecimal amount,
            BigDecimal correction,
            BigDecimal pays,
            String source,
            int grade,
            String formula) {}

    /** An agency's part of a benefit, and how much of that can be taken out of its budget. */
    @Schema(name = "ProposalGain")
    record Gaining(String agency, BigDecimal share, BigDecimal cashable) {}

    /**
     * A benefit and the chain that makes it.
     *
     * @param aYear people × engagement × (impact − deadweight) × unit × (1 − correction)
     * @param inAll that, times its years within the plan
     */
    @Schema(name = "ProposalBenefit")
    record Explained(
            String what,
            String value,
            long people,
            BigDecimal engagement,
            BigDecimal impact,
            BigDecimal deadweight,
            BigDecimal unit,
            BigDecimal correction,
            int lag,
            int duration,
            List<Gaining> gains,
            String source,
            int grade,
            BigDecimal aYear,
            int years,
            BigDecimal inAll,
            String formula) {}

    /** Expected beside outturn; what is less than nothing is worse than was promised. */
    @Schema(name = "ProposalOutturn")
    record Beside(
            String agency,
            String year,
            BigDecimal paid,
            BigDecimal saved,
            BigDecimal expectedPays,
            BigDecimal expectedGains,
            BigDecimal difference,
            String source) {}

    /** A version of a proposal. */
    record Version(String code, int version, Proposal proposal, String setBy) {}

    static ProposalAnswer of(Version version, List<Outturn> outturns, Instant asOf) {
        Proposal proposal = version.proposal();
        SortedMap<String, List<Cell>> cells = Reckoning.cells(proposal);
        List<String> years = IntStream.range(0, proposal.years())
                .mapToObj(year -> new FinancialYear(proposal.firstYear() + year).label())
                .toList();
        List<Cell> all = IntStream.range(0, proposal.years())
                .mapToObj(year -> Reckoning.sum(cells.values().stream()
                        .map(ofAgency -> ofAgency.get(year))
                        .toList()))
                .toList();
        return new ProposalAnswer(
                version.code(),
                version.version(),
                version.setBy(),
                asOf,
                proposal.title(),
                proposal.group(),
                years,
                cells.entrySet().stream()
                        .map(one -> payer(one.getKey(), one.getValue(), years))
                        .toList(),
                row("all", Reckoning.sum(all)),
                paidBack(years, all, false),
                paidBack(years, all, true),
                proposal.costs().stream().map(cost -> paid(years, cost)).toList(),
                proposal.benefits().stream()
                        .map(benefit -> explained(proposal, benefit))
                        .toList(),
                otherValue(proposal),
                bottomLine(proposal),
                beside(cells, years, outturns));
    }

    private static Payer payer(String agency, List<Cell> cells, List<String> years) {
        Cell sum = Reckoning.sum(cells);
        List<Row> rows = new ArrayList<>();
        for (int year = 0; year < cells.size(); year++) {
            rows.add(row(years.get(year), cells.get(year)));
        }
        int sign = Long.signum(sum.net().value());
        return new Payer(agency, sign < 0 ? "payer" : sign > 0 ? "gainer" : "even", row("all", sum), rows);
    }

    private static Row row(String year, Cell cell) {
        return new Row(
                year,
                cell.pays().pounds(),
                cell.gains().pounds(),
                cell.cashable().pounds(),
                cell.net().pounds());
    }

    private static @Nullable String paidBack(List<String> years, List<Cell> all, boolean cash) {
        Pence balance = Pence.ZERO;
        boolean hasPaid = false;
        String since = null;
        for (int year = 0; year < all.size(); year++) {
            Cell cell = all.get(year);
            balance = balance.plus(cash ? cell.cashable() : cell.gains()).minus(cell.pays());
            hasPaid |= cell.pays().value() > 0;
            if (balance.value() < 0) {
                since = null;
            } else if (hasPaid && since == null) {
                since = years.get(year);
            }
        }
        return since;
    }

    private static Paid paid(List<String> years, Cost cost) {
        BigDecimal correction = share(cost.raisedBy());
        return new Paid(
                cost.agency(),
                years.get(cost.year()),
                cost.amount().pounds(),
                correction,
                Reckoning.pays(cost).pounds(),
                cost.source(),
                cost.grade(),
                "£%s × (1 + %s)".formatted(cost.amount(), correction));
    }

    private static Explained explained(Proposal proposal, Benefit benefit) {
        Pence aYear = Reckoning.ofAYear(benefit);
        BigDecimal engagement = share(benefit.engagement());
        BigDecimal impact = share(benefit.impact());
        BigDecimal deadweight = share(benefit.deadweight());
        BigDecimal correction = share(benefit.correction());
        return new Explained(
                benefit.what(),
                benefit.value().code(),
                benefit.people(),
                engagement,
                impact,
                deadweight,
                benefit.unit().pounds(),
                correction,
                benefit.lag(),
                benefit.duration(),
                benefit.gains().stream()
                        .map(gain -> new Gaining(gain.agency(), share(gain.share()), share(gain.cashable())))
                        .toList(),
                benefit.source(),
                benefit.grade(),
                aYear.pounds(),
                Reckoning.yearsOf(proposal, benefit),
                Reckoning.ofThePlan(proposal, benefit).pounds(),
                "%d people × %s × (%s − %s) × £%s × (1 − %s)"
                        .formatted(benefit.people(), engagement, impact, deadweight, benefit.unit(), correction));
    }

    private static BigDecimal share(int tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, 4);
    }

    private static Map<String, BigDecimal> otherValue(Proposal proposal) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (Value value : List.of(Value.ECONOMIC, Value.SOCIAL)) {
            values.put(
                    value.code(),
                    proposal.benefits().stream()
                            .filter(benefit -> benefit.value() == value)
                            .map(benefit -> Reckoning.ofThePlan(proposal, benefit))
                            .reduce(Pence.ZERO, Pence::plus)
                            .pounds());
        }
        return values;
    }

    private static Map<String, List<Proposal.Line>> bottomLine(Proposal proposal) {
        Map<String, List<Proposal.Line>> lines = new LinkedHashMap<>();
        DOMAINS.forEach(domain -> lines.put(
                domain,
                proposal.bottomLine().stream()
                        .filter(line -> line.domain().equals(domain))
                        .toList()));
        return lines;
    }

    private static List<Beside> beside(
            SortedMap<String, List<Cell>> cells, List<String> years, List<Outturn> outturns) {
        List<Beside> beside = new ArrayList<>();
        for (Outturn outturn : outturns) {
            int year = years.indexOf(outturn.year().label());
            List<Cell> expected = cells.getOrDefault(outturn.agency(), List.of());
            Cell cell = year < 0 || expected.isEmpty() ? Cell.NOTHING : expected.get(year);
            Pence net = outturn.saved().minus(outturn.paid());
            beside.add(new Beside(
                    outturn.agency(),
                    outturn.year().label(),
                    outturn.paid().pounds(),
                    outturn.saved().pounds(),
                    cell.pays().pounds(),
                    cell.gains().pounds(),
                    net.minus(cell.net()).pounds(),
                    outturn.source()));
        }
        return beside;
    }

    /** A row an agency and year, in the order of {@link #COLUMNS}. */
    List<List<@Nullable Object>> rows() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        agencies.forEach(one -> one.years()
                .forEach(row -> rows.add(Arrays.asList(
                        code, one.agency(), row.year(), row.pays(), row.gains(), row.cashable(), row.net()))));
        rows.add(Arrays.asList(code, null, "all", total.pays(), total.gains(), total.cashable(), total.net()));
        return rows;
    }
}
