package org.totalplace.journey.costing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

class LineCostTests {

    private static LineCost line(@Nullable Pence ledger, String attributed, long activity) {
        return new LineCost(
                "county",
                "CARE",
                null,
                "hour",
                ledger,
                Pence.ofPounds(attributed),
                activity,
                activity,
                activity,
                true,
                null,
                40,
                Pence.ZERO);
    }

    @Test
    void a_unit_costs_the_ledger_over_the_activity_to_the_nearest_penny() {
        assertThat(line(Pence.ofPounds("100.00"), "0.00", 3_000_000).unitCost()).isEqualByComparingTo("33.33");
    }

    @Test
    void without_activity_or_ledger_there_is_no_unit_cost() {
        assertThat(line(Pence.ofPounds("100.00"), "0.00", 0).unitCost()).isNull();
        assertThat(line(null, "0.00", 3_000_000).unitCost()).isNull();
    }

    private static LineCost contacts(long millionths, long persons) {
        return new LineCost(
                "county",
                "CARE",
                null,
                "visit",
                Pence.ofPounds("100.00"),
                Pence.ofPounds("100.00"),
                millionths,
                millionths,
                millionths,
                false,
                null,
                persons,
                Pence.ofPounds("20.00"));
    }

    @Test
    void contacts_are_rounded_and_the_unit_cost_is_over_them_as_they_are_told() {
        assertThat(contacts(12_300_000, 9).publishedUnits()).isEqualByComparingTo("10");
        assertThat(contacts(12_300_000, 9).unitCost()).isEqualByComparingTo("10.00");
    }

    @Test
    void contacts_that_are_few_or_of_few_persons_are_not_told() {
        assertThat(contacts(7_400_000, 0).publishedUnits()).isNull();
        assertThat(contacts(100_000, 0).publishedUnits()).isNull();
        assertThat(contacts(90_000_000, 7).publishedUnits()).isNull();
        assertThat(contacts(90_000_000, 7).unitCost()).isNull();
    }

    @Test
    void what_one_person_bears_is_hidden_in_every_form() {
        LineCost one = contacts(3_000_000, 1);

        Reconciliation told = Reconciliation.of(new FinancialYear(2024), Instant.EPOCH, List.of(one));
        UnitCosts units = UnitCosts.of(new FinancialYear(2024), Instant.EPOCH, List.of(one), List.of());

        assertThat(told.lines()).singleElement().satisfies(line -> {
            assertThat(line.attributed()).isNull();
            assertThat(line.residual()).isNull();
            assertThat(line.unitsOfKnownPersons()).isNull();
            assertThat(line.symbol()).isEqualTo("c");
            assertThat(line.unitsSymbol()).isEqualTo("c");
        });
        assertThat(told.agencies())
                .singleElement()
                .satisfies(agency -> assertThat(agency.attributed()).isNull());
        assertThat(told.total().attributed()).isNull();
        assertThat(told.csv()).contains("county,CARE,,100.00,c,c,c,c");
        assertThat(units.results())
                .singleElement()
                .satisfies(unit -> assertThat(unit.symbol()).isEqualTo("c"));
        assertThat(units.csv()).contains("visit,c,contacts,100.00,c,");
    }

    @Test
    void units_are_shown_without_needless_zeros() {
        assertThat(LineCost.units(1_500_000).toPlainString()).isEqualTo("1.5");
        assertThat(LineCost.units(20_000_000).toPlainString()).isEqualTo("20");
    }

    @Test
    void the_reconciliation_adds_up_by_line_agency_and_place() {
        Reconciliation reconciliation = Reconciliation.of(
                new FinancialYear(2024),
                Instant.EPOCH,
                List.of(
                        line(Pence.ofPounds("100.01"), "33.34", 3_000_000),
                        line(Pence.ofPounds("-5.00"), "-1.00", 3_000_000),
                        line(null, "0.00", 2_000_000)));

        assertThat(reconciliation.total().ledger()).isEqualByComparingTo("95.01");
        assertThat(reconciliation.total().attributed()).isEqualByComparingTo("32.34");
        assertThat(reconciliation.total().residual()).isEqualByComparingTo("62.67");
        assertThat(reconciliation.agencies())
                .singleElement()
                .satisfies(agency -> assertThat(agency.residual()).isEqualByComparingTo("62.67"));
        assertThat(reconciliation.withoutLedger()).hasSize(1);
    }
}
