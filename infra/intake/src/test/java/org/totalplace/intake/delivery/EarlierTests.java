package org.totalplace.intake.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.totalplace.intake.reading.Period;
import org.totalplace.value.Pence;

class EarlierTests {

    private static final Earlier QUARTER = new Earlier("q1.csv", Period.parse("2024-01/2024-03"), 100);

    private static Accounts rows(int inMarch, int inApril) {
        Accounts accounts = new Accounts();
        for (int i = 0; i < inMarch; i++) {
            accounts.accept(new Pence(100), LocalDate.of(2024, 3, 31));
        }
        for (int i = 0; i < inApril; i++) {
            accounts.accept(new Pence(100), LocalDate.of(2024, 4, 1));
        }
        return accounts;
    }

    @Test
    void what_covers_all_of_an_earlier_one_takes_its_place() {
        assertThat(Earlier.objection(List.of(QUARTER), Period.parse("2024-01/2024-03")))
                .isEmpty();
        assertThat(Earlier.objection(List.of(QUARTER), Period.parse("2023-12/2024-04")))
                .isEmpty();
    }

    @Test
    void what_covers_a_part_is_told_the_whole_that_one_file_must_have() {
        Earlier april = new Earlier("april.csv", Period.parse("2024-04"), 10);

        assertThat(Earlier.objection(List.of(QUARTER, april), Period.parse("2024-03/2024-04")))
                .hasValueSatisfying(problem -> assertThat(problem.message())
                        .contains("'q1.csv' (2024-01/2024-03)")
                        .contains("all of 2024-01/2024-04")
                        .doesNotContain("april.csv"));
    }

    @Test
    void a_few_late_rows_do_not_replace_a_whole_month_unasked() {
        Earlier march = new Earlier("march.csv", Period.parse("2024-03"), 100);
        Period found = Period.parse("2024-03/2024-04");

        assertThat(Earlier.doubts(List.of(march), found, false, rows(49, 60))).hasSize(1);
        assertThat(Earlier.doubts(List.of(march), found, false, rows(50, 60))).isEmpty();
    }

    @Test
    void a_file_for_the_very_same_months_restates_them_however_short_it_is() {
        Earlier march = new Earlier("march.csv", Period.parse("2024-03"), 100);

        assertThat(Earlier.doubts(List.of(march), Period.parse("2024-03"), false, rows(1, 0)))
                .isEmpty();
    }

    @Test
    void what_is_left_of_a_broken_file_does_not_replace_a_whole_one_unasked_even_for_the_same_month() {
        Earlier march = new Earlier("march.csv", Period.parse("2024-03"), 100);
        Accounts broken = rows(49, 0);
        broken.refuse(null);

        assertThat(Earlier.doubts(List.of(march), Period.parse("2024-03"), true, broken))
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.message()).contains("with 49 rows", "mend the rows"));
    }

    @Test
    void a_nil_return_may_be_replaced_by_anything() {
        Earlier nil = new Earlier("nil.csv", Period.parse("2024-03"), 0);

        assertThat(Earlier.doubts(List.of(nil), Period.parse("2024-03/2024-04"), false, rows(0, 3)))
                .isEmpty();
    }
}
