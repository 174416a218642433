package org.totalplace.journey.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

class CostAContactTests {

    private static PersonContact contact(long weight, @Nullable Long costed, @Nullable Long pence) {
        return new PersonContact(
                "county",
                "c",
                "CARE",
                null,
                "visit",
                LocalDateTime.of(2024, 5, 1, 0, 0),
                null,
                BigDecimal.ONE,
                1,
                null,
                null,
                null,
                null,
                null,
                new PersonContact.CostLine(
                        1, new FinancialYear(2024), costed, pence == null ? null : new Pence(pence), "reference"),
                weight);
    }

    @Test
    void the_contacts_of_a_kind_add_up_to_what_the_person_cost() {
        List<PersonContact> costed =
                CostAContact.of(List.of(contact(1, 3L, 100L), contact(1, 3L, 100L), contact(1, 3L, 100L)));

        assertThat(costed.stream()
                        .map(PersonContact::cost)
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("1.00");
        assertThat(costed).extracting(PersonContact::basis).containsOnly("reference");
    }

    @Test
    void a_contact_that_the_last_costing_did_not_know_has_no_cost_yet() {
        List<PersonContact> costed = CostAContact.of(List.of(contact(1, 1L, 100L), contact(1, 1L, 100L)));

        assertThat(costed).extracting(PersonContact::cost).containsOnlyNulls();
        assertThat(costed).extracting(PersonContact::basis).containsOnlyNulls();
    }

    @Test
    void contacts_without_units_cost_nothing() {
        assertThat(CostAContact.of(List.of(contact(0, 0L, 0L))).getFirst().cost())
                .isEqualByComparingTo("0.00");
    }
}
