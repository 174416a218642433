package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TwoRowsTests {

    @Nested
    class WhenTwoRowsNameTheColumns {

        @Test
        void the_word_above_a_group_goes_with_each_column_of_it() {
            Sent sent = Sent.payments(
                    "Payments over \u00A3500,,,,",
                    "Supplier,,Payment,Amount,",
                    "Name,Number,Date,Net,Gross",
                    "Acme Ltd,70012,03/04/2023,100.00,120.00",
                    "Bolt Ltd,70013,04/04/2023,50.00,60.00");

            assertThat(sent.mapped())
                    .containsEntry("payee", "Supplier Name")
                    .containsEntry("payeeReference", "Supplier Number")
                    .containsEntry("date", "Payment Date")
                    .containsEntry("amount", "Amount Net");
            assertThat(sent.values("amount")).containsExactly("100.00", "50.00");
            assertThat(sent.outcomes().refused()).isEmpty();
            assertThat(sent.outcomes().setAside()).hasSize(2);
        }

        @Test
        void those_below_may_name_only_the_columns_of_a_group() {
            Sent sent = Sent.payments(
                    "Supplier Name,Payment Date,Amount,,Description",
                    ",,Net,VAT,",
                    "Acme Ltd,03/04/2023,100.00,20.00,Gravel");

            assertThat(sent.mapped()).containsEntry("amount", "Amount Net");
            assertThat(sent.values("purpose")).containsExactly("Gravel");
            assertThat(sent.outcomes().refused()).isEmpty();
        }

        @Test
        void both_may_be_printed_again_on_the_next_page() {
            Sent sent = Sent.payments(
                    "Supplier,,Payment,Amount,",
                    "Name,Number,Date,Net,Gross",
                    "Acme Ltd,70012,03/04/2023,100.00,120.00",
                    "Bolt Ltd,70013,03/04/2023,10.00,12.00",
                    "Nut Ltd,70014,03/04/2023,20.00,24.00",
                    "Supplier,,Payment,Amount,",
                    "Name,Number,Date,Net,Gross",
                    "Bolt Ltd,70013,04/04/2023,50.00,60.00");

            assertThat(sent.outcomes().accepted()).hasSize(4);
            assertThat(sent.outcomes().refused()).isEmpty();
        }

        @Test
        void a_row_of_currency_signs_below_them_is_none_of_the_payments() {
            Sent sent = Sent.payments("Supplier,Date,Amount", ",,\u00A3", "Acme Ltd,03/04/2023,100.00");

            assertThat(sent.outcomes().accepted()).hasSize(1);
            assertThat(sent.outcomes().refused()).isEmpty();
        }

        @Test
        void a_row_of_thousands_below_them_refuses_the_file() {
            Problem problem = Sent.refusal("Supplier,Date,Amount", ",,\u00A3000", "Acme Ltd,03/04/2023,100");

            assertThat(problem.message()).contains("thousands");
        }
    }

    @Nested
    class WhenOneRowNamesThem {

        @Test
        void a_first_payment_without_day_and_amount_is_no_part_of_the_header() {
            Sent sent = Sent.payments("Supplier,Date,Amount,Notes", "Acme Ltd,,,late", "Bolt Ltd,04/04/2023,5.00,");

            assertThat(sent.outcomes().refused()).hasSize(1);
            assertThat(sent.mapped()).containsEntry("payee", "Supplier");
        }

        @Test
        void titles_of_several_cells_are_no_part_of_it() {
            Sent sent = Sent.payments(
                    "Borough Council,,Payments over \u00A3500", "Supplier,Date,Amount", "Acme Ltd,03/04/2023,100.00");

            assertThat(sent.mapped()).containsEntry("payee", "Supplier").containsEntry("amount", "Amount");
        }
    }
}
