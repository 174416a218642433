package org.totalplace.outcomes.proposal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;

/**
 * A proposal to spend money so that more is saved later. Shares are in parts of ten thousand, so that nothing is
 * rounded before the end.
 *
 * @param firstYear the year of the plan's first payments, by the calendar year in which it begins
 * @param years of the plan
 */
record Proposal(
        String title,
        String group,
        int firstYear,
        int years,
        List<Cost> costs,
        List<Benefit> benefits,
        List<Line> bottomLine) {

    static final int WHOLE = 10_000;

    private static final int MOST_YEARS = 20;
    private static final int MOST_ROWS = 100;
    private static final int WORST_GRADE = 6;
    private static final int LONGEST = 100;
    private static final long MOST_PEOPLE = 100_000_000;

    /** Kinds of value, which are never added to each other. */
    enum Value {
        FISCAL,
        ECONOMIC,
        SOCIAL;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What an agency pays in a year of the plan, the first being 0.
     *
     * @param amount as estimated
     * @param correction by which it is raised for optimism; proposals that were written before there was one have none
     */
    record Cost(
            String agency,
            int year,
            Pence amount,
            String source,
            int grade,
            @Nullable Integer correction) {

        Cost {
            agency = new AgencyCode(agency).value();
            correction = Objects.requireNonNullElse(correction, 0);
            part(correction);
            graded(grade);
            if (amount.value() < 0 || year < 0) {
                throw new IllegalArgumentException("A cost is not below nothing, and in a year of the plan");
            }
        }

        /** Of ten thousand. */
        int raisedBy() {
            return Objects.requireNonNullElse(correction, 0);
        }
    }

    /** An agency's part of a benefit, and how much of that part can be taken out of its budget. */
    record Gain(String agency, int share, int cashable) {

        Gain {
            agency = new AgencyCode(agency).value();
            part(share);
            part(cashable);
        }
    }

    /**
     * What is saved, or worth, for people of the target group.
     *
     * @param people in the target group in a year
     * @param engagement share of them who take part
     * @param impact share of those for whom the outcome comes about
     * @param deadweight share of those for whom it would have come about anyway
     * @param unit value of one outcome in a year
     * @param correction by which it is lessened for optimism
     * @param lag years of the plan before the first benefit
     * @param duration years in which it comes about
     * @param gains whose it is; shares make up the whole of a fiscal benefit, and nobody's of another kind
     */
    record Benefit(
            String what,
            Value value,
            long people,
            int engagement,
            int impact,
            int deadweight,
            Pence unit,
            String source,
            int grade,
            int correction,
            int lag,
            int duration,
            List<Gain> gains) {

        Benefit {
            gains = List.copyOf(gains);
            List.of(engagement, impact, deadweight, correction).forEach(Proposal::part);
            graded(grade);
            if (people < 0 || people > MOST_PEOPLE || unit.value() < 0) {
                throw new IllegalArgumentException("Value is not below nothing, and people are 0 to " + MOST_PEOPLE);
            }
            if (lag < 0 || lag > LONGEST || duration < 1 || duration > LONGEST) {
                throw new IllegalArgumentException(
                        "It lags 0 to " + LONGEST + " years behind and lasts 1 to " + LONGEST);
            }
            if (gains.size() > MOST_ROWS) {
                throw new IllegalArgumentException("At most " + MOST_ROWS + " agencies gain by a benefit");
            }
            if (deadweight > impact) {
                throw new IllegalArgumentException("What would come about anyway is no more than what comes about");
            }
            long shares = gains.stream().mapToLong(Gain::share).sum();
            if (value == Value.FISCAL ? shares != WHOLE : !gains.isEmpty()) {
                throw new IllegalArgumentException(
                        "Shares of a fiscal benefit make up " + WHOLE + "; other value is no agency's");
            }
        }
    }

    /**
     * What else is better or worse, by domain, in its own unit: no pounds.
     *
     * @param domain {@code social}, {@code environmental} or {@code economic}
     * @param measure of the registry that will show it, if any
     */
    @Schema(name = "ProposalBottomLine")
    record Line(
            String domain,
            String what,
            String amount,
            String source,
            int grade,
            @Nullable String measure) {

        Line {
            graded(grade);
            if (!List.of("social", "environmental", "economic").contains(domain)) {
                throw new IllegalArgumentException("A domain is social, environmental or economic");
            }
        }
    }

    Proposal {
        costs = List.copyOf(costs);
        benefits = List.copyOf(benefits);
        bottomLine = List.copyOf(bottomLine);
        if (years < 1 || years > MOST_YEARS || firstYear < 1950 || firstYear > 2150) {
            throw new IllegalArgumentException("A plan has 1 to " + MOST_YEARS + " years from 1950 to 2150");
        }
        if (costs.isEmpty()
                || costs.size() > MOST_ROWS
                || benefits.size() > MOST_ROWS
                || bottomLine.size() > MOST_ROWS) {
            throw new IllegalArgumentException("It has costs; and of each kind at most " + MOST_ROWS + " rows");
        }
        int last = years;
        if (costs.stream().anyMatch(cost -> cost.year() >= last)) {
            throw new IllegalArgumentException("Costs are in years 0 to " + (years - 1) + " of the plan");
        }
    }

    private static void part(int share) {
        if (share < 0 || share > WHOLE) {
            throw new IllegalArgumentException("A share is 0 to " + WHOLE + " of ten thousand, not " + share);
        }
    }

    private static void graded(int grade) {
        if (grade < 1 || grade > WORST_GRADE) {
            throw new IllegalArgumentException("A confidence grade is 1 (the highest) to " + WORST_GRADE);
        }
    }
}
