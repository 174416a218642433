package org.totalplace.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FinancialYearTests {

    @Test
    void begins_on_the_first_of_april_and_ends_on_the_last_of_march() {
        assertThat(FinancialYear.of(LocalDate.parse("2025-03-31")).label()).isEqualTo("2024-25");
        assertThat(FinancialYear.of(LocalDate.parse("2025-04-01")).label()).isEqualTo("2025-26");
        assertThat(new FinancialYear(2024).lastDay()).isEqualTo("2025-03-31");
    }

    @Test
    void crosses_the_century() {
        assertThat(new FinancialYear(1999).label()).isEqualTo("1999-00");
        assertThat(FinancialYear.parse("1999-00").start()).isEqualTo(1999);
    }

    @Test
    void refuses_a_label_whose_years_do_not_follow_each_other_and_says_what_was_likely_meant() {
        assertThatThrownBy(() -> FinancialYear.parse("2024-26")).hasMessageContaining("2024-25");
        assertThatThrownBy(() -> FinancialYear.parse("2024/25")).hasMessageContaining("2024/25");
    }
}
