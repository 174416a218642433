package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ledgers that print payments in one column and what came back in another. */
class TwoSidesTests {

    @Test
    void the_amount_is_the_debit_less_the_credit() {
        Sent sent = Sent.payments(
                "Date,Supplier,Debit,Credit",
                "03/04/2023,Acme Ltd,100.00,",
                "04/04/2023,Acme Ltd,,30.00",
                "05/04/2023,Bolt Ltd,50.00,0.00",
                "06/04/2023,Bolt Ltd,-,-12.50");

        assertThat(sent.values("amount")).containsExactly("100.00", "-30.00", "50.00", "-12.50");
        assertThat(sent.mapped()).containsEntry("amount", "Debit + Credit");
        assertThat(sent.doubts()).isEmpty();
    }

    @Test
    void they_are_known_again_in_the_next_file() {
        Sent sent = Sent.payments(
                ReadingOptions.NONE.remembering(java.util.Map.of("amount", "Dr Amount + Cr Amount")),
                "Date,Supplier,Cr Amount,Dr Amount",
                "03/04/2023,Acme Ltd,,100.00");

        assertThat(sent.values("amount")).containsExactly("100.00");
    }

    @Test
    void a_row_with_neither_is_refused() {
        Sent sent = Sent.payments("Date,Supplier,Debit,Credit", "03/04/2023,Acme Ltd,100.00,", "04/04/2023,Bolt Ltd,,");

        assertThat(sent.refusals()).containsExactly(ProblemType.REQUIRED_VALUE);
    }

    @Test
    void a_side_that_is_no_money_is_refused_with_its_text() {
        Sent sent =
                Sent.payments("Date,Supplier,Debit,Credit", "03/04/2023,Acme Ltd,,1.00", "04/04/2023,Bolt Ltd,,lots");

        assertThat(sent.refusals()).containsExactly(ProblemType.TYPE_ERROR);
    }

    @Test
    void a_column_named_amount_is_preferred() {
        Sent sent = Sent.payments("Date,Supplier,Amount,Debit,Credit", "03/04/2023,Acme Ltd,7.00,7.00,");

        assertThat(sent.mapped()).containsEntry("amount", "Amount");
    }
}
