package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void credits_that_are_marked_beside_amounts_without_a_minus_are_asked_about() {
        Sent sent = Sent.payments(
                "Date,Supplier,Amount,DR/CR",
                "03/04/2023,Acme Ltd,7.00,DR",
                "03/04/2023,Acme Ltd,7.00,DR",
                "03/04/2023,Bolt Ltd,5.00,CR");

        assertThat(sent.doubts())
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).contains("'DR/CR' marks some rows (1) as credits"));
    }

    @ParameterizedTest
    @CsvSource({"Type,Invoice,Credit Note", "Doc Type,INV,CRN", "Transaction Type,PI,Credit memo", "INV/CRN,INV,CRN"})
    void so_are_credit_notes_that_are_told_by_the_type_of_the_document(String header, String invoice, String credit) {
        String[] lines = new String[302];
        Arrays.fill(lines, "03/04/2023,Acme Ltd,7.00," + invoice);
        lines[0] = "Date,Supplier,Amount," + header;
        lines[301] = "03/04/2023,Bolt Ltd,5.00," + credit;

        Sent unsigned = Sent.payments(lines);
        lines[301] = "03/04/2023,Bolt Ltd,-5.00," + credit;
        Sent signed = Sent.payments(lines);

        assertThat(unsigned.doubts())
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).contains("'" + header + "' marks some rows (1) as credits"));
        assertThat(signed.doubts()).isEmpty();
    }

    @Test
    void credits_that_have_a_minus_beside_their_mark_need_no_question() {
        Sent sent = Sent.payments(
                "Date,Supplier,Amount,Debit/Credit Indicator",
                "03/04/2023,Acme Ltd,7.00,Debit",
                "03/04/2023,Acme Ltd,7.00,Debit",
                "03/04/2023,Bolt Ltd,-5.00,Credit");

        assertThat(sent.doubts()).isEmpty();
    }

    @Test
    void a_column_named_amount_is_preferred() {
        Sent sent = Sent.payments("Date,Supplier,Amount,Debit,Credit", "03/04/2023,Acme Ltd,7.00,7.00,");

        assertThat(sent.mapped()).containsEntry("amount", "Amount");
    }
}
