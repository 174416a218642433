package org.totalplace.outcomes.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.totalplace.outcomes.proposal.Proposal.Benefit;
import org.totalplace.outcomes.proposal.Proposal.Cost;
import org.totalplace.outcomes.proposal.Proposal.Gain;
import org.totalplace.outcomes.proposal.Proposal.Value;
import org.totalplace.outcomes.proposal.ProposalAnswer.Version;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

class ReckoningTests {

    /** 200 people × 0.8 × (0.3 − 0.1) × £2,500.00 × (1 − 0.15) = £68,000.00 a year. */
    private static final Benefit FALLS = falls(Pence.ofPounds("2500.00"), 1, 10);

    @Test
    void a_year_of_a_benefit_is_the_product_that_its_formula_says() {
        assertThat(Reckoning.ofAYear(FALLS)).isEqualTo(Pence.ofPounds("68000.00"));
        ProposalAnswer answer = answer(proposal(4, FALLS));
        assertThat(answer.benefits().getFirst().formula())
                .isEqualTo("200 people × 0.8000 × (0.3000 − 0.1000) × £2500.00 × (1 − 0.1500)");
        assertThat(answer.benefits().getFirst().inAll()).isEqualByComparingTo("204000.00");
        assertThat(answer.benefits().getFirst().gains())
                .as("whoever writes the next version reads all that this one was written with")
                .extracting(ProposalAnswer.Gaining::agency)
                .containsExactlyElementsOf(
                        FALLS.gains().stream().map(Gain::agency).toList());
        assertThat(answer.benefits().getFirst().duration()).isEqualTo(FALLS.duration());
    }

    @Test
    void is_rounded_once_and_parted_so_that_agencies_add_up_to_it() {
        Benefit odd = falls(new Pence(12_345), 0, 4);
        Proposal proposal = proposal(4, odd);

        var cells = Reckoning.cells(proposal);

        Pence gained = cells.values().stream()
                .map(Reckoning::sum)
                .map(Reckoning.Cell::gains)
                .reduce(Pence.ZERO, Pence::plus);
        // 12,345 p × 200 × 0.8 × 0.2 × 0.85 = 335,784 p a year.
        assertThat(Reckoning.ofAYear(odd)).isEqualTo(new Pence(335_784));
        assertThat(gained).isEqualTo(Reckoning.ofThePlan(proposal, odd));
        assertThat(gained).isEqualTo(new Pence(4 * 335_784));
    }

    @Test
    void benefits_lag_behind_costs_and_end_with_the_plan() {
        var cells = Reckoning.cells(proposal(4, FALLS));
        List<Reckoning.Cell> trust = Objects.requireNonNull(cells.get("nhs-trust"));

        assertThat(trust.get(0).gains()).isEqualTo(Pence.ZERO);
        assertThat(trust.get(1).gains()).isEqualTo(Pence.ofPounds("51000.00"));
        assertThat(trust.get(1).cashable()).isEqualTo(Pence.ofPounds("10200.00"));
        assertThat(trust).hasSize(4);
        assertThat(Reckoning.yearsOf(proposal(4, FALLS), FALLS)).isEqualTo(3);
        assertThat(Reckoning.yearsOf(proposal(1, FALLS), FALLS)).isZero();
    }

    @Test
    void tells_payers_from_gainers_and_when_it_is_paid_back() {
        ProposalAnswer answer = answer(proposal(4, FALLS));

        assertThat(answer.agencies())
                .extracting(ProposalAnswer.Payer::agency, ProposalAnswer.Payer::role)
                .containsExactly(tuple("county", "payer"), tuple("nhs-trust", "gainer"));
        assertThat(answer.total().net()).isEqualByComparingTo("104000.00");
        assertThat(answer.paidBackIn()).isEqualTo("2026-27");
        // 13,600 a year can be cashed, of 100,000 that are paid.
        assertThat(answer.cashPaidBackIn()).isNull();
        assertThat(answer.rows()).hasSize(2 * 4 + 1);
        assertThat(answer.rows()).allSatisfy(row -> assertThat(row).hasSize(ProposalAnswer.COLUMNS.size()));
    }

    @Test
    void other_value_is_no_agencys_and_in_no_total() {
        Benefit wellbeing = new Benefit(
                "Wellbeing",
                Value.SOCIAL,
                100,
                10_000,
                5_000,
                0,
                Pence.ofPounds("10.00"),
                "A study",
                3,
                0,
                0,
                2,
                List.of());

        ProposalAnswer answer = answer(proposal(4, FALLS, wellbeing));

        assertThat(answer.total().gains()).isEqualByComparingTo("204000.00");
        assertThat(answer.otherValue().get("social")).isEqualByComparingTo("1000.00");
        assertThat(answer.otherValue().get("economic")).isEqualByComparingTo("0.00");
        assertThat(answer.bottomLine().keySet()).containsExactly("social", "environmental", "economic");
    }

    @Test
    void outturn_stands_beside_what_was_expected_and_says_by_how_much_it_is_worse() {
        ProposalAnswer answer = ProposalAnswer.of(
                new Version("falls", 1, proposal(4, FALLS), "analyst"),
                List.of(
                        outturn("nhs-trust", 2025, "0.00", "40000.00"),
                        outturn("county", 2024, "120000.00", "0.00"),
                        outturn("police", 2031, "5.00", "0.00")),
                Instant.EPOCH);

        assertThat(answer.outturn())
                .extracting(ProposalAnswer.Beside::difference)
                .usingElementComparator((one, other) -> one.compareTo(other))
                .containsExactly(new BigDecimal("-11000.00"), new BigDecimal("-20000.00"), new BigDecimal("-5.00"));
    }

    @Test
    void a_plan_that_pays_again_later_is_not_paid_back_before() {
        Proposal again = new Proposal(
                "Again",
                "x",
                2024,
                3,
                List.of(cost("county", 0, "10.00"), cost("county", 2, "60000000.00")),
                List.of(falls(Pence.ofPounds("2500.00"), 0, 3)),
                List.of());

        assertThat(answer(again).paidBackIn()).isNull();
    }

    @Test
    void a_plan_whose_savings_cover_what_is_paid_later_is_paid_back_before() {
        // £80,000 a year: 30,000 are left after the first year, 10,000 after the second.
        Benefit saved = falls(Pence.ofPounds("2941.18"), 0, 2);
        Proposal proposal = plan(List.of(cost("county", 0, "50000.00"), cost("county", 1, "100000.00")), saved);

        assertThat(answer(proposal).paidBackIn()).isEqualTo("2024-25");
    }

    @Test
    void nothing_is_paid_back_before_it_is_paid() {
        Proposal proposal = plan(List.of(cost("county", 1, "60000.00")), falls(Pence.ofPounds("2500.00"), 0, 3));

        assertThat(answer(proposal).paidBackIn()).isEqualTo("2025-26");
    }

    @Test
    void costs_are_raised_for_optimism_as_benefits_are_lessened_and_told_with_their_source() {
        Cost doubtful = new Cost("county", 0, new Pence(33_335), "A guess", 6, 4_000);

        ProposalAnswer answer = answer(plan(List.of(doubtful), FALLS));

        // 333.35 × 1.4 = 466.69
        assertThat(answer.total().pays()).isEqualByComparingTo("466.69");
        ProposalAnswer.Paid told = answer.costs().getFirst();
        assertThat(told.pays()).isEqualByComparingTo("466.69");
        assertThat(told.amount()).isEqualByComparingTo("333.35");
        assertThat(told.formula()).isEqualTo("£333.35 × (1 + 0.4000)");
        assertThat(told.source()).isEqualTo("A guess");
        assertThat(told.year()).isEqualTo("2024-25");
        assertThat(new Cost("county", 0, Pence.ZERO, "Before", 2, null)).isEqualTo(cost("county", 0, "0.00", "Before"));
    }

    @Test
    void refuses_what_cannot_be_a_proposal() {
        assertThatThrownBy(() -> benefit(List.of(new Gain("county", 9_999, 0)), 3_000, 1_000))
                .hasMessageContaining("make up");
        assertThatThrownBy(() -> benefit(List.of(new Gain("county", 10_000, 0)), 1_000, 3_000))
                .hasMessageContaining("come about anyway");
        assertThatThrownBy(() -> benefit(List.of(new Gain("county", 10_001, 0)), 3_000, 1_000))
                .hasMessageContaining("ten thousand");
        assertThatThrownBy(() -> cost("county", -1, "1.00")).hasMessageContaining("year of the plan");
        assertThatThrownBy(() -> new Proposal("t", "g", 2024, 1, List.of(), List.of(), List.of()))
                .hasMessageContaining("has costs");
        assertThatThrownBy(
                        () -> new Proposal("t", "g", 2024, 1, List.of(cost("county", 1, "1.00")), List.of(), List.of()))
                .hasMessageContaining("years 0 to 0");
        assertThatThrownBy(() -> new Proposal.Line("fiscal", "x", "1", "s", 1, null))
                .hasMessageContaining("domain");
    }

    private static Proposal proposal(int years, Benefit... benefits) {
        return new Proposal(
                "Fewer falls",
                "People over 75 who fell",
                2024,
                years,
                List.of(cost("county", 0, "100000.00")),
                List.of(benefits),
                List.of());
    }

    private static Proposal plan(List<Cost> costs, Benefit benefit) {
        return new Proposal("Plan", "x", 2024, 3, costs, List.of(benefit), List.of());
    }

    private static Cost cost(String agency, int year, String pounds) {
        return cost(agency, year, pounds, "Tender");
    }

    private static Cost cost(String agency, int year, String pounds, String source) {
        return new Cost(agency, year, Pence.ofPounds(pounds), source, 2, 0);
    }

    private static Benefit falls(Pence unit, int lag, int duration) {
        return new Benefit(
                "Admissions after a fall",
                Value.FISCAL,
                200,
                8_000,
                3_000,
                1_000,
                unit,
                "A unit cost",
                2,
                1_500,
                lag,
                duration,
                List.of(new Gain("nhs-trust", 7_500, 2_000), new Gain("county", 2_500, 2_000)));
    }

    private static Benefit benefit(List<Gain> gains, int impact, int deadweight) {
        return new Benefit("x", Value.FISCAL, 1, 1, impact, deadweight, Pence.ZERO, "s", 1, 0, 0, 1, gains);
    }

    private static Outturn outturn(String agency, int year, String paid, String saved) {
        return new Outturn(agency, new FinancialYear(year), Pence.ofPounds(paid), Pence.ofPounds(saved), "Accounts");
    }

    private static ProposalAnswer answer(Proposal proposal) {
        return ProposalAnswer.of(new Version("falls", 1, proposal, "analyst"), List.of(), Instant.EPOCH);
    }
}
