package org.totalplace.outcomes.proposal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.totalplace.outcomes.proposal.Proposal.Benefit;
import org.totalplace.outcomes.proposal.Proposal.Cost;
import org.totalplace.outcomes.proposal.Proposal.Gain;
import org.totalplace.outcomes.proposal.Proposal.Value;
import org.totalplace.value.Pence;

/**
 * Who pays and who gains in which year. A benefit of one year is
 *
 * <pre>people × engagement × (impact − deadweight) × unit value × (1 − correction)</pre>
 *
 * <p>after the United Kingdom's cost-benefit guidance for local partnerships (HM Treasury, Public Service
 * Transformation Network and New Economy: Supporting public service transformation, 2014), in which benefits lag
 * behind costs, are corrected for optimism by the confidence in their evidence, as costs are the other way, and are
 * parted by agency and by how much can be cashed. A cost is <code>amount × (1 + correction)</code>. Amounts are in the
 * prices that the proposal is written in and are not discounted. Each cost and benefit is rounded to a penny once, at
 * the end, and a benefit then parted by largest remainder; so agencies' parts add up to it.
 */
final class Reckoning {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(Proposal.WHOLE);

    private Reckoning() {}

    /**
     * An agency's money in a year of the plan.
     *
     * @param cashable part of what is gained that can be taken out of its budget
     */
    record Cell(Pence pays, Pence gains, Pence cashable) {

        static final Cell NOTHING = new Cell(Pence.ZERO, Pence.ZERO, Pence.ZERO);

        Cell plus(Cell other) {
            return new Cell(pays.plus(other.pays), gains.plus(other.gains), cashable.plus(other.cashable));
        }

        Pence net() {
            return gains.minus(pays);
        }
    }

    /** Cells by agency, a list of the plan's years each. */
    static SortedMap<String, List<Cell>> cells(Proposal proposal) {
        SortedMap<String, Cell[]> cells = new TreeMap<>();
        for (Cost cost : proposal.costs()) {
            add(cells, proposal, cost.agency(), cost.year(), new Cell(pays(cost), Pence.ZERO, Pence.ZERO));
        }
        for (Benefit benefit : proposal.benefits()) {
            if (benefit.value() == Value.FISCAL) {
                gains(cells, proposal, benefit);
            }
        }
        SortedMap<String, List<Cell>> told = new TreeMap<>();
        cells.forEach((agency, years) -> told.put(agency, List.of(years)));
        return told;
    }

    private static void gains(SortedMap<String, Cell[]> cells, Proposal proposal, Benefit benefit) {
        Pence[] parts = ofAYear(benefit)
                .split(benefit.gains().stream().mapToLong(Gain::share).toArray());
        for (int year = benefit.lag(); year < end(proposal, benefit); year++) {
            for (int i = 0; i < parts.length; i++) {
                Gain gain = benefit.gains().get(i);
                add(cells, proposal, gain.agency(), year, new Cell(Pence.ZERO, parts[i], cashable(parts[i], gain)));
            }
        }
    }

    /** What is reckoned with instead of the estimate, rounded to a penny once. */
    static Pence pays(Cost cost) {
        BigDecimal exact = BigDecimal.valueOf(cost.amount().value())
                .multiply(BigDecimal.valueOf((long) Proposal.WHOLE + cost.raisedBy()));
        return new Pence(exact.divide(WHOLE, 0, RoundingMode.HALF_UP).longValueExact());
    }

    /** What a benefit comes to in each of its years, corrected. */
    static Pence ofAYear(Benefit benefit) {
        BigDecimal exact = BigDecimal.valueOf(benefit.unit().value())
                .multiply(BigDecimal.valueOf(benefit.people()))
                .multiply(BigDecimal.valueOf(benefit.engagement()))
                .multiply(BigDecimal.valueOf(benefit.impact() - benefit.deadweight()))
                .multiply(BigDecimal.valueOf(Proposal.WHOLE - benefit.correction()));
        return new Pence(exact.divide(WHOLE.pow(3), 0, RoundingMode.HALF_UP).longValueExact());
    }

    /** In how many years of the plan it comes about. */
    static int yearsOf(Proposal proposal, Benefit benefit) {
        return Math.max(0, end(proposal, benefit) - benefit.lag());
    }

    /** All that a benefit comes to within the plan. */
    static Pence ofThePlan(Proposal proposal, Benefit benefit) {
        return new Pence(Math.multiplyExact(ofAYear(benefit).value(), yearsOf(proposal, benefit)));
    }

    private static int end(Proposal proposal, Benefit benefit) {
        return Math.min(proposal.years(), benefit.lag() + benefit.duration());
    }

    /** The cashable part and the rest are the whole. */
    private static Pence cashable(Pence part, Gain gain) {
        return part.split(gain.cashable(), Proposal.WHOLE - gain.cashable())[0];
    }

    private static void add(SortedMap<String, Cell[]> cells, Proposal proposal, String agency, int year, Cell cell) {
        Cell[] years = cells.computeIfAbsent(agency, none -> nothing(proposal.years()));
        years[year] = years[year].plus(cell);
    }

    private static Cell[] nothing(int years) {
        Cell[] cells = new Cell[years];
        Arrays.fill(cells, Cell.NOTHING);
        return cells;
    }

    /** The sum of some cells. */
    static Cell sum(List<Cell> cells) {
        return cells.stream().reduce(Cell.NOTHING, Cell::plus);
    }
}
