package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowTroublesTests {

    private static final String HEADER = "Date,Supplier,Description,Amount";

    @Nested
    class WhenWordsNameAPerson {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Taxi for Mr J Smith",
                    "Respite MRS SMITH-JONES",
                    "Refund Ms Smith",
                    "MS A. SMITH rent deposit",
                    "Foster carer payment - J Example",
                    "Fostering allowance for Ann Example",
                    "Query to a.example@example.org",
                    "Deposit AB 12 34 56 C paid",
                    "Call 07700 900123",
                    "Placement DOB 01/02/2010"
                })
        void they_are_flagged_and_not_kept(String words) {
            Sent sent = Sent.payments(HEADER, "21/04/2025,A Ltd," + words + ",1.00");

            assertThat(sent.values("purpose").getFirst()).contains(PersonalData.WITHHELD);
            assertThat(sent.notes()).singleElement().satisfies(note -> {
                assertThat(note.type()).isEqualTo(ProblemType.POSSIBLE_PERSONAL_DATA);
                assertThat(note.cell()).isNull();
                assertThat(note.message()).doesNotContain(words).contains("column 'Description'");
            });
        }

        @Test
        void the_rest_of_the_words_is_kept() {
            Sent sent = Sent.payments(HEADER, "21/04/2025,A Ltd,Taxi for Mr J Smith and escort,1.00");

            assertThat(sent.values("purpose")).containsExactly("Taxi for [withheld] and escort");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "MS Office licences",
                    "Microsoft Ms Teams",
                    "Mr",
                    "Foster Carer Allowances",
                    "FOSTERING PAYMENTS INDEPENDENT AGENCY",
                    "Fostering Fees and Mileage",
                    "Invoice 07712345 of 01/02/2025",
                    "PO 1234567890 line 12",
                    "Sub-misses and damson trees",
                    "HRA XAB123456 C",
                    "Dr & Cr adjustments",
                    "Framework RM6187",
                    "31/03/2025 - 30/04/2025 0123456789"
                })
        void words_that_only_look_alike_are_left_alone(String words) {
            Sent sent = Sent.payments(HEADER, "21/04/2025,A Ltd," + words + ",1.00");

            assertThat(sent.values("purpose")).containsExactly(words);
            assertThat(sent.notes()).isEmpty();
        }

        @Test
        void a_very_long_cell_takes_no_time() {
            String words = "dob " + "y".repeat(60_000);

            assertTimeout(Duration.ofSeconds(2), () -> Sent.payments(HEADER, "21/04/2025,A Ltd," + words + ",1.00"));
        }

        @Test
        void a_payee_with_the_title_of_a_private_person_is_flagged() {
            Sent sent = Sent.payments(HEADER, "21/04/2025,Mrs A Example,x,1.00", "21/04/2025,Mr Clutch Ltd,x,1.00");

            assertThat(sent.notes()).extracting(Problem::row).containsExactly(2L);
        }
    }

    @Nested
    class WhenASpreadsheetLostAValue {

        @ParameterizedTest
        @ValueSource(strings = {"#REF!", "#VALUE!", "#DIV/0!", "#NAME?"})
        void an_error_is_no_payee_and_no_amount(String error) {
            Sent sent = Sent.payments(
                    HEADER, "21/04/2025," + error + ",x,1.00", "21/04/2025,A Ltd,x," + error, "22/04/2025,A Ltd,x,2");

            assertThat(sent.values("payee")).containsExactly("null", "A Ltd");
            assertThat(sent.notes()).extracting(Problem::type).containsExactly(ProblemType.TYPE_ERROR);
            assertThat(sent.outcomes()
                            .refused()
                            .getFirst()
                            .problems()
                            .getFirst()
                            .message())
                    .startsWith("'" + error + "' in column 'Amount' is an error of the spreadsheet");
        }

        @Test
        void an_n_a_is_missing() {
            Sent sent = Sent.payments(HEADER, "21/04/2025,#N/A,x,1.00");

            assertThat(sent.values("payee")).containsExactly("null");
        }

        @Test
        void a_column_too_narrow_to_show_its_amounts_or_days_is_named() {
            Sent sent = Sent.payments(HEADER, "21/04/2025,A,x,1.00", "########,A,x,1.00", "22/04/2025,A,x,#####");

            assertThat(sent.refusals()).containsExactly(ProblemType.TRUNCATED_VALUE, ProblemType.TRUNCATED_VALUE);
            assertThat(sent.outcomes()
                            .refused()
                            .getFirst()
                            .problems()
                            .getFirst()
                            .message())
                    .contains("column 'Date'", "too narrow");
        }

        @Test
        void a_text_as_long_as_programs_allow_may_be_cut_off() {
            Sent sent = Sent.payments(HEADER, "21/04/2025,A," + "x".repeat(255) + ",1.00");

            assertThat(sent.notes()).extracting(Problem::type).containsExactly(ProblemType.TRUNCATED_VALUE);
        }

        @Test
        void a_character_lost_before_sending_is_told_with_its_row() {
            Sent sent = Sent.payments(HEADER, "21/04/2025,A,x,1.00", "21/04/2025,Caf\uFFFD,x,1.00");

            assertThat(sent.notes()).singleElement().satisfies(note -> {
                assertThat(note.type()).isEqualTo(ProblemType.ENCODING_ERROR);
                assertThat(note.row()).isEqualTo(3);
                assertThat(note.column()).isEqualTo("Supplier");
            });
        }
    }

    @Test
    void a_row_that_ends_early_is_told() {
        Sent sent = Sent.payments("Date,Amount,Supplier,Note", "21/04/2025,1.00", "22/04/2025,2.00,B");

        assertThat(sent.outcomes().accepted()).hasSize(2);
        assertThat(sent.notes()).singleElement().satisfies(note -> {
            assertThat(note.type()).isEqualTo(ProblemType.MISSING_CELL);
            assertThat(note.message()).startsWith("The row ends after 2 cells, before column 'Supplier'");
        });
    }

    @Test
    void a_refused_row_keeps_the_amount_that_could_be_read() {
        Sent sent = Sent.payments(HEADER, "21/04/2025,A,x,1.00", "n/k,B,x,250.00", "22/04/2025,C,x,lots");

        assertThat(sent.outcomes().refused())
                .extracting(row -> Objects.toString(row.amount(), "none"))
                .containsExactly("250.00", "none");
    }

    @Nested
    class WhenARowHoldsOnlyWords {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Adult Services,,,",
                    "Note: payments to individuals are left out,,,",
                    ",\"Source: ledger, as at 1 May\",,",
                    ",,,* net of VAT",
                    "Nil return,,,",
                    ",No further payments were made,,"
                })
        void it_is_set_aside_as_a_note(String row) {
            Sent sent = Sent.payments(HEADER, "21/04/2025,A,x,1.00", row, "22/04/2025,B,x,2.00");

            assertThat(sent.outcomes().setAside())
                    .extracting(RowOutcome.SetAside::why)
                    .containsExactly(ProblemType.TITLE_ROW);
            assertThat(sent.outcomes().refused()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {",Example Ltd,,", ",Example Ltd,Paper,", "21/04/2025,,,", ",,,12.00"})
        void a_payment_that_lost_something_is_refused_instead(String row) {
            Sent sent = Sent.payments(HEADER, "21/04/2025,A,x,1.00", row, "22/04/2025,B,x,2.00");

            assertThat(sent.outcomes().refused()).hasSize(1);
        }
    }
}
