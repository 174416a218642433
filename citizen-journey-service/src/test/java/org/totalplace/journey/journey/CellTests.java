package org.totalplace.journey.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.totalplace.value.Pence;

class CellTests {

    private static CellFacts facts(long contacts, long subjects, long persons, String pounds) {
        return facts(contacts, subjects, persons, pounds, persons);
    }

    private static CellFacts facts(long contacts, long subjects, long persons, String pounds, long bearers) {
        return new CellFacts(
                "assess",
                "county",
                contacts,
                subjects,
                persons,
                Pence.ofPounds(pounds),
                bearers,
                Pence.ofPounds("1.00"));
    }

    @Test
    void many_contacts_of_few_persons_are_confidential() {
        Cell cell = Cell.of(facts(40, 7, 7, "100.00"));

        assertThat(cell.contacts().shown()).isEqualTo("c");
        assertThat(cell.persons().shown()).isEqualTo("c");
        assertThat(cell.cost().shown()).isEqualTo("c");
    }

    /** The ledger may have one line of the cell and not the others. */
    @Test
    void a_cost_that_few_of_many_persons_bear_is_confidential() {
        Cell cell = Cell.of(facts(43, 12, 12, "100.01", 7));

        assertThat(cell.persons().shown()).isEqualTo("10");
        assertThat(cell.cost().shown()).isEqualTo("c");
    }

    @Test
    void counts_are_rounded_to_fives_and_money_is_exact() {
        Cell cell = Cell.of(facts(43, 12, 12, "100.01"));

        assertThat(cell.contacts().shown()).isEqualTo("45");
        assertThat(cell.persons().shown()).isEqualTo("10");
        assertThat(cell.cost().shown()).isEqualTo("100.01");
    }

    @Test
    void totals_are_sums_of_what_is_shown() {
        MapTotal total = MapTotal.of(List.of(
                Cell.of(facts(43, 12, 12, "100.01")),
                Cell.of(facts(12, 3, 3, "55.00")),
                Cell.of(facts(8, 8, 8, "0.99"))));

        assertThat(total.contacts()).isEqualTo(55);
        assertThat(total.cost()).isEqualByComparingTo("100.01");
    }
}
