package org.totalplace.intake.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.ProblemType;
import org.totalplace.value.Pence;

class AccountsTests {

    private final Accounts accounts = new Accounts();

    @Test
    void count_every_record_once_and_totals_beside_them() {
        accounts.accept(Pence.ofPounds("10.00"), null);
        accounts.refuse(Pence.ofPounds("2.50"));
        accounts.blank();
        accounts.setAside();

        assertThat(accounts.read()).isEqualTo(3);
        assertThat(accounts.setAsideRows()).isEqualTo(1);
        assertThat(accounts.acceptedAmount()).isEqualTo(Pence.ofPounds("10.00"));
        assertThat(accounts.refusedAmount()).isEqualTo(Pence.ofPounds("2.50"));
    }

    @Test
    void take_the_period_from_the_months_that_hold_more_than_stray_rows() {
        for (int i = 0; i < 99; i++) {
            accounts.accept(null, LocalDate.parse("2024-05-10"));
            accounts.accept(null, LocalDate.parse("2024-06-30"));
        }
        accounts.accept(null, LocalDate.parse("2023-01-01"));

        assertThat(accounts.period()).hasToString("2024-05/2024-06");
    }

    @Test
    void take_no_month_into_the_period_that_some_late_rows_of_a_monthly_file_are_dated_in() {
        for (int i = 0; i < 95; i++) {
            accounts.accept(null, LocalDate.parse("2025-04-10"));
        }
        for (int i = 0; i < 5; i++) {
            accounts.accept(null, LocalDate.parse("2025-05-01"));
        }

        assertThat(accounts.period()).hasToString("2025-04");
    }

    @Test
    void take_the_month_that_the_files_name_tells_if_most_rows_are_of_it() {
        for (int i = 0; i < 60; i++) {
            accounts.accept(null, LocalDate.parse("2025-04-10"));
        }
        for (int i = 0; i < 40; i++) {
            accounts.accept(null, LocalDate.parse("2025-05-01"));
        }

        assertThat(accounts.period("spend-april-2025.csv")).hasToString("2025-04");
        assertThat(accounts.period("published-may-2025.csv")).hasToString("2025-04/2025-05");
        assertThat(accounts.period("spend.csv")).hasToString("2025-04/2025-05");
    }

    @Test
    void take_every_month_of_a_year_into_the_period() {
        for (int month = 1; month <= 12; month++) {
            for (int i = 0; i < month; i++) {
                accounts.accept(null, LocalDate.of(2024, month, 1));
            }
        }
        accounts.accept(null, LocalDate.parse("2024-01-31"));

        assertThat(accounts.period()).hasToString("2024-01/2024-12");
    }

    @Test
    void have_no_period_without_dates() {
        accounts.accept(Pence.ZERO, null);

        assertThat(accounts.period()).isNull();
    }

    @Test
    void keep_the_count_of_a_problem_and_only_its_first_examples() {
        for (long row = 1; row <= 100; row++) {
            accounts.tell(new Problem(ProblemType.TYPE_ERROR, row, "Amount", "x", "Not an amount."));
        }

        Accounts.Group group =
                accounts.problems().getOrDefault(ProblemType.TYPE_ERROR, new Accounts.Group(0, List.of()));
        assertThat(group.count()).isEqualTo(100);
        assertThat(group.examples()).hasSize(5).first().extracting(Problem::row).isEqualTo(1L);
    }
}
