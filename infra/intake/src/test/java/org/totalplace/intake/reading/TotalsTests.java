package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotalsTests {

    @Test
    void a_row_without_day_and_payee_that_adds_up_the_others_is_set_aside() {
        Sent sent = Sent.payments("Date,Supplier,Amount", "21/04/2025,A,10.10", "22/04/2025,B,-2.05", ",,8.05");

        assertThat(sent.values("amount")).containsExactly("10.10", "-2.05");
        assertThat(sent.outcomes().setAside())
                .extracting(RowOutcome.SetAside::why)
                .containsExactly(ProblemType.TOTAL_ROW);
        assertThat(sent.outcomes().refused()).isEmpty();
    }

    @Test
    void sub_totals_and_a_total_with_the_noise_of_a_spreadsheet_are_set_aside() {
        Sent sent = Sent.payments(
                "Service,Date,Supplier,Amount",
                "Parks,21/04/2025,A,10.10",
                "Parks,22/04/2025,B,5.05",
                "Parks,,,15.15",
                "Roads,22/04/2025,C,4.00",
                "Roads,,,4.00",
                ",,,19.149999999999999");

        assertThat(sent.outcomes().setAside()).hasSize(3);
        assertThat(sent.outcomes().refused()).isEmpty();
    }

    @Test
    void the_senders_total_counts_rows_that_were_refused() {
        Sent sent = Sent.payments("Date,Supplier,Amount", "21/04/2025,A,10.00", "not yet,B,5.00", ",,15.00");

        assertThat(sent.outcomes().refused()).hasSize(1);
        assertThat(sent.outcomes().setAside()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",Total,99.00",
                ",Grand Total:,99.00",
                "TOTAL,,99.00",
                ",Sub-total,99.00",
                ",Total for April,99.00"
            })
    void a_row_that_calls_itself_total_is_one(String line) {
        Sent sent = Sent.payments("Date,Supplier,Amount", "21/04/2025,A,10.00", line);

        assertThat(sent.outcomes().setAside()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",Total \u00A3,99.00",
                ",TOTAL (GBP),99.00",
                ",Overall total,99.00",
                "Grand Total,,99.00",
                ",Total April 2025,99.00",
                ",Total expenditure,99.00",
                "Adult Services Total,,99.00",
                ",April totals,99.00"
            })
    void totals_have_many_labels(String line) {
        Sent sent = Sent.payments("Date,Supplier,Amount", "21/04/2025,A,10.00", line);

        assertThat(sent.outcomes().setAside())
                .extracting(RowOutcome.SetAside::why)
                .containsExactly(ProblemType.TOTAL_ROW);
    }

    @Test
    void a_total_that_stands_above_what_it_adds_up_is_set_aside() {
        Sent sent = Sent.payments(
                "Date,Supplier,Amount", ",,15.15", "21/04/2025,A,10.10", "22/04/2025,B,-2.05", "22/04/2025,C,7.10");

        assertThat(sent.values("amount")).containsExactly("10.10", "-2.05", "7.10");
        assertThat(sent.outcomes().setAside()).hasSize(1);
        assertThat(sent.outcomes().refused()).isEmpty();
    }

    @Test
    void a_first_row_without_a_day_that_is_no_total_is_refused() {
        Sent sent = Sent.payments("Date,Supplier,Amount", ",,15.16", "21/04/2025,A,10.10", "22/04/2025,B,5.05");

        assertThat(sent.refusals()).containsExactly(ProblemType.REQUIRED_VALUE);
    }

    @Test
    void a_total_may_stand_below_blank_rows() {
        Sent sent =
                Sent.payments("Date,Supplier,Amount", "21/04/2025,A,10.10", "22/04/2025,B,5.05", ",,", ",,", ",,15.15");

        assertThat(sent.outcomes().setAside()).hasSize(1);
        assertThat(sent.outcomes().blank()).hasSize(2);
    }

    @Test
    void a_total_with_a_day_beside_it_must_say_so_and_add_up() {
        Sent sent = Sent.payments(
                "Date,Supplier,Amount",
                "21/04/2025,A,10.00",
                "22/04/2025,B,5.00",
                "30/04/2025,Total,15.00",
                "30/04/2025,Total,99.00",
                "30/04/2025,C,15.00");

        assertThat(sent.values("amount")).containsExactly("10.00", "5.00", "99.00", "15.00");
        assertThat(sent.outcomes().setAside()).hasSize(1);
    }

    @Test
    void a_row_without_a_day_that_adds_up_nothing_is_refused() {
        Sent sent = Sent.payments("Date,Supplier,Amount", "21/04/2025,A,10.00", ",Total Gas Ltd,9.00", ",,7.00");

        assertThat(sent.refusals()).containsExactly(ProblemType.REQUIRED_VALUE, ProblemType.REQUIRED_VALUE);
        assertThat(sent.outcomes().setAside()).isEmpty();
    }

    @Test
    void a_row_that_names_who_was_paid_is_no_total_though_it_has_no_day_and_the_same_amount() {
        Sent sent = Sent.payments(
                "Date,Supplier,Amount",
                "01/04/2025,A Ltd,100.00",
                ",B Ltd,100.00",
                ",C Ltd,200.00",
                "03/04/2025,D Ltd,5.00");

        assertThat(sent.values("amount")).containsExactly("100.00", "5.00");
        assertThat(sent.refusals()).containsExactly(ProblemType.REQUIRED_VALUE, ProblemType.REQUIRED_VALUE);
    }

    @Test
    void identical_rows_are_separate_payments() {
        Sent sent =
                Sent.payments("Date,Supplier,Amount", "21/04/2025,A,10.00", "21/04/2025,A,10.00", "21/04/2025,A,10.00");

        assertThat(sent.values("amount")).containsExactly("10.00", "10.00", "10.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "N/A", "[x]", "\u00A3", " \u00A3 - "})
    void an_amount_that_is_missing_is_never_zero(String cell) {
        Sent sent = Sent.payments("Date,Supplier,Amount", "21/04/2025,A,1.00", "21/04/2025,B," + cell);

        assertThat(sent.refusals()).containsExactly(ProblemType.REQUIRED_VALUE);
    }

    @Test
    void a_refused_row_says_what_was_given_and_what_to_do() {
        Sent sent = Sent.payments("Date,Supplier,Amount", "21/04/2025,A,12.345", "31/02/2025,B,1.00");

        Problem first = sent.outcomes().refused().getFirst().problems().getFirst();
        assertThat(first.row()).isEqualTo(2);
        assertThat(first.column()).isEqualTo("Amount");
        assertThat(first.cell()).isEqualTo("12.345");
        assertThat(first.message())
                .isEqualTo("'12.345' in column 'Amount' has a fraction of a penny, which is never rounded in silence."
                        + " Write pounds and pence such as 1,234.56 or -978.00.");
        assertThat(sent.outcomes().refused().getLast().problems().getFirst().message())
                .isEqualTo("'31/02/2025' in column 'Date' is not a day. Write it like 31/03/2025 or 2025-03-31.");
    }
}
