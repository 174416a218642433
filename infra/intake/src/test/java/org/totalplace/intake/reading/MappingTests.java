package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;

class MappingTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Payment Date,Supplier Name,Net Amount(\u00A3)",
                "PaymentDate,SupplierName,NetAmount",
                "* Date Paid,* SUPPLIER FINAL,TOTAL",
                "paid_date,supplier_name,amount_excl_vat",
                "  Date of payment ,Name:  , Amount \u00A3 ",
                "DATE,VENDOR,SUM OF AMOUNT",
                "Posting Date,Payee (redacted where needed),Amount in GBP"
            })
    void headers_are_known_in_many_spellings(String header) {
        Sent sent = Sent.payments(header, "21/04/2025,A Ltd,1.00");

        assertThat(sent.mapped()).containsOnlyKeys("date", "payee", "amount");
        assertThat(sent.mapping().confidence()).isGreaterThan(Mapping.DOUBTFUL);
        assertThat(sent.mapping().columns())
                .extracting(MappedColumn::why)
                .allMatch(why -> why.startsWith("The header"));
    }

    @Test
    void the_net_amount_and_the_day_of_payment_are_preferred_in_any_order() {
        Sent sent = Sent.payments(
                "Gross Amount,Irrecoverable VAT Amount,VAT,Amount,Net Amount,Invoice Date,Effective Date,Payment Date",
                "12.00,0.50,2.00,11.00,10.00,01/03/2025,02/03/2025,21/04/2025");

        assertThat(sent.mapped()).containsEntry("amount", "Net Amount").containsEntry("date", "Payment Date");
        assertThat(sent.mapping().unmappedHeaders())
                .containsExactly(
                        "Gross Amount", "Irrecoverable VAT Amount", "VAT", "Amount", "Invoice Date", "Effective Date");
    }

    @Test
    void the_report_says_which_amount_was_taken_and_which_were_left() {
        Sent sent = Sent.payments(
                "Payment Date,Invoice Date,Supplier,Gross Amount,VAT,Net Amount,VAT Registration No",
                "21/04/2025,01/04/2025,A,12.00,2.00,10.00,123456789");

        assertThat(sent.mapping().columns())
                .extracting(MappedColumn::why)
                .anyMatch(why -> why.endsWith("It is net of VAT. Left aside: 'Gross Amount', 'VAT'."))
                .anyMatch(why -> why.endsWith("Left aside: 'Invoice Date'."));
    }

    @Test
    void a_gross_amount_is_taken_only_where_there_is_no_other_and_that_is_told() {
        Sent sent = Sent.payments("Date,Supplier,Amount (inc VAT),VAT", "21/04/2025,A,12.00,2.00");

        assertThat(sent.mapping().columns())
                .extracting(MappedColumn::why)
                .anyMatch(why -> why.contains("VAT is in it"));
    }

    @Test
    void numbers_of_transactions_are_never_amounts() {
        Problem problem = Sent.refusal(
                "Date,Supplier,Transaction No,Trans Ref", "21/04/2025,A,100.5,12.25", "22/04/2025,B,101.5,7.50");

        assertThat(problem.message()).startsWith("No column for the amount was found");
    }

    @Test
    void thousands_of_pounds_are_refused_with_the_reason() {
        Problem problem = Sent.refusal("Date,Supplier,Amount (\u00A3000)", "21/04/2025,A,12.5");

        assertThat(problem.message()).contains("Column 'Amount (\u00A3000)' is in thousands or millions");
    }

    @Test
    void a_header_spelt_wrong_is_known_with_less_confidence() {
        Sent sent = Sent.payments("Paymnet Date,Suplier Name,Ammount", "21/04/2025,A Ltd,1.00");

        assertThat(sent.mapped())
                .containsEntry("date", "Paymnet Date")
                .containsEntry("payee", "Suplier Name")
                .containsEntry("amount", "Ammount");
        assertThat(sent.mapping().confidence()).isBetween(Mapping.DOUBTFUL, 0.75);
    }

    @Test
    void a_payee_that_no_header_names_is_found_by_the_names_of_bodies() {
        Sent sent = Sent.payments("Date,Who,Amount", "21/04/2025,Example Ltd,1.00", "22/04/2025,Other Trust,2.00");

        assertThat(sent.mapped()).containsEntry("payee", "Who");
    }

    @Test
    void a_column_named_for_irrecoverable_tax_is_never_the_amount() {
        Problem problem = Sent.refusal("Date,Supplier,Irrecoverable VAT Amount", "21/04/2025,A Ltd,1.00");

        assertThat(problem.type()).isEqualTo(ProblemType.MISSING_LABEL);
    }

    @Test
    void a_header_whose_cells_are_something_else_is_not_believed() {
        Sent sent = Sent.payments(
                "Date,Amount,Payment Date,Value", "n/k,words,21/04/2025,1.00", "n/k,words,22/04/2025,2.00");

        assertThat(sent.mapped()).containsEntry("amount", "Value").containsEntry("date", "Payment Date");
    }

    @Test
    void a_column_that_must_be_there_is_known_by_its_name_so_that_each_bad_cell_is_told() {
        Sent sent = Sent.payments("Date,Amount", "soon,much", "later,more");

        assertThat(sent.mapped()).containsEntry("date", "Date").containsEntry("amount", "Amount");
        assertThat(sent.mapping().confidence()).isLessThan(Mapping.DOUBTFUL);
        assertThat(sent.outcomes().refused()).hasSize(2);
        assertThat(sent.outcomes().refused().getFirst().problems().getFirst().message())
                .contains("soon", "is not a day");
    }

    @Test
    void a_day_or_amount_that_no_header_names_is_found_by_its_cells_with_little_confidence() {
        Sent sent = Sent.payments("Supplier,Settled,Sum", "A Ltd,21/04/2025,1.50", "B Ltd,22/04/2025,\u00A32.00");

        assertThat(sent.mapped()).containsEntry("date", "Settled").containsEntry("amount", "Sum");
        assertThat(sent.mapping().confidence()).isLessThan(Mapping.DOUBTFUL);
    }

    @Test
    void a_file_without_a_column_that_must_be_there_is_refused_with_the_headers_seen() {
        Problem problem = Sent.refusal("Date,Supplier,Description", "21/04/2025,A Ltd,Paper");

        assertThat(problem.message())
                .isEqualTo("No column for the amount was found. These are the headers of row 1: 'Date', 'Supplier',"
                        + " 'Description'. Name it 'amount', or set the mapping of the feed by hand.");
    }

    @Test
    void a_file_without_any_header_is_refused() {
        Problem problem = Sent.refusal("21/04/2025,A Ltd,1.00", "22/04/2025,B Ltd,2.00");

        assertThat(problem.message()).startsWith("No header was found");
    }

    @Nested
    class WhenTheHeaderIsNotTheFirstRow {

        @Test
        void titles_above_it_are_set_aside_and_told() {
            Sent sent = Sent.payments(
                    "Spend over 500,,",
                    ",,",
                    "Supplier payments for April 2025,,",
                    "Date,Supplier,Amount",
                    "21/04/2025,A,1.00");

            assertThat(sent.facts().headerRow()).isEqualTo(4);
            assertThat(sent.outcomes().setAside()).hasSize(3);
            assertThat(sent.problemTypes()).containsExactly(ProblemType.TITLE_ROW);
            assertThat(sent.outcomes().accepted().getFirst().row()).isEqualTo(5);
        }

        @ParameterizedTest
        @ValueSource(ints = {5, 30, 60, 300})
        void it_may_even_have_been_sorted_to_the_end(int rows) {
            String[] lines = new String[rows];
            Arrays.fill(lines, "21/04/2025,A Ltd,1.00");
            lines[rows - 1] = "Date,Supplier,Amount";

            Sent sent = Sent.payments(lines);

            assertThat(sent.facts().headerRow()).isEqualTo(rows);
            assertThat(sent.outcomes().accepted()).hasSize(rows - 1);
            assertThat(sent.outcomes().setAside()).isEmpty();
        }

        @Test
        void a_header_that_is_repeated_is_no_row() {
            Sent sent = Sent.payments(
                    "Date,Supplier,Amount", "21/04/2025,A,1.00", "Date,Supplier,Amount", "22/04/2025,B,2.00");

            assertThat(sent.outcomes().accepted()).hasSize(2);
            assertThat(sent.outcomes().setAside().getFirst().why()).isEqualTo(ProblemType.TITLE_ROW);
        }
    }

    @Nested
    class WhenAMappingIsKnown {

        private static final String[] FILE = {"Paid,Who,Booked,Amount,Sum", "21/04/2025,A Ltd,01/03/2025,1.00,2.00"};

        @Test
        void the_remembered_one_wins_over_what_the_headers_say() {
            Sent sent = Sent.payments(
                    ReadingOptions.NONE.remembering(Map.of("date", "Paid", "payee", "who", "amount", "SUM")), FILE);

            assertThat(sent.values("amount")).containsExactly("2.00");
            assertThat(sent.mapping().source()).isEqualTo(Mapping.Source.REMEMBERED);
            assertThat(sent.mapping().headers()).containsEntry("amount", "Sum").containsEntry("date", "Paid");
        }

        @Test
        void a_remembered_header_that_was_renamed_is_inferred_anew() {
            Sent sent = Sent.payments(
                    ReadingOptions.NONE.remembering(Map.of("date", "Paid", "payee", "Who", "amount", "Net")), FILE);

            assertThat(sent.values("amount")).containsExactly("1.00");
            assertThat(sent.mapping().source()).isEqualTo(Mapping.Source.INFERRED);
        }

        @Test
        void a_remembered_header_that_is_gone_is_told_with_what_was_taken_instead() {
            Sent sent = Sent.payments(
                    ReadingOptions.NONE.remembering(Map.of("date", "Paid", "service", "Parks", "amount", "Net")), FILE);

            assertThat(sent.problems())
                    .extracting(Problem::message)
                    .contains(
                            "The feed's earlier files had the amount in a column 'Net', which this file does not have;"
                                    + " 'Amount' was taken instead. Check that it means the same.",
                            "The feed's earlier files had the service in a column 'Parks', which this file does not"
                                    + " have; nothing was taken instead.");
            assertThat(sent.problemTypes()).contains(ProblemType.INCORRECT_LABEL, ProblemType.MISSING_LABEL);
        }

        @Test
        void headers_that_differ_in_spaces_and_capitals_only_are_the_same() {
            Sent sent = Sent.payments(
                    ReadingOptions.NONE.remembering(Map.of("date", "PAID", "payee", "W ho", "amount", " amount ")),
                    "Paid,W_ho,Amount",
                    "21/04/2025,A Ltd,1.00");

            assertThat(sent.problems()).isEmpty();
            assertThat(sent.mapping().source()).isEqualTo(Mapping.Source.REMEMBERED);
        }

        @Test
        void a_header_set_by_hand_that_is_not_there_refuses_the_file() {
            Problem problem = Sent.refusal(
                    Sent.bytes(FILE), "x.csv", ReadingOptions.NONE.setByHand(Map.of("amount", "Net Amount")));

            assertThat(problem.column()).isEqualTo("Net Amount");
            assertThat(problem.message()).contains("which the file does not have", "'Paid', 'Who', 'Booked'");
        }

        @Test
        void a_field_set_by_hand_that_does_not_exist_refuses_the_file() {
            Problem problem =
                    Sent.refusal(Sent.bytes(FILE), "x.csv", ReadingOptions.NONE.setByHand(Map.of("sum", "Amount")));

            assertThat(problem.message()).contains("has a field 'sum'");
        }
    }

    @Test
    void headers_that_are_blank_or_the_same_are_told() {
        Sent sent = Sent.payments("Date,,Amount,Note,Note", "21/04/2025,x,1.00,y,z");

        assertThat(sent.problemTypes()).containsExactly(ProblemType.BLANK_HEADER, ProblemType.DUPLICATE_LABEL);
    }

    @Test
    void people_are_known_by_their_usual_headers_and_an_address_is_put_together() {
        Sent sent = Sent.of(
                Sent.bytes(
                        "Client ID,Forename,Surname,DOB,Gender,House number,Address Line 1,Town,Post Code,NHS No",
                        "c-1,Ann,Example,1980-02-29,F,1,High Street,Thornby,XX1 1XX,9990000018"),
                "people.csv",
                Layouts.PEOPLE,
                ReadingOptions.NONE);

        assertThat(sent.values("address")).containsExactly("1 High Street Thornby");
        assertThat(sent.values("dateOfBirth")).containsExactly("1980-02-29");
        assertThat(sent.mapped())
                .containsEntry("reference", "Client ID")
                .containsEntry("nhsNumber", "NHS No")
                .containsEntry("address", "House number + Address Line 1 + Town");
    }
}
