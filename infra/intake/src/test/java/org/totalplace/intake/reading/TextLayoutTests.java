package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.totalplace.intake.layout.Layouts;

class TextLayoutTests {

    @ParameterizedTest(name = "parted by {0}")
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_delimiter_is_found_out(String delimiter) {
        Sent sent = Sent.payments(
                String.join(delimiter, "Date", "Supplier", "Amount", "Description"),
                String.join(delimiter, "21/04/2025", "\"A" + delimiter + " Ltd\"", "\"1,200.00\"", "x"),
                String.join(delimiter, "22/04/2025", "B Ltd", "2.00", "\"y, z; and so | on\""));

        assertThat(sent.values("payee")).containsExactly("A" + delimiter + " Ltd", "B Ltd");
        assertThat(sent.values("amount")).containsExactly("1200.00", "2.00");
        assertThat(sent.dialect().delimiter()).isEqualTo(delimiter.charAt(0));
    }

    @Test
    void a_delimiter_that_the_file_declares_is_used() {
        Sent sent = Sent.payments("sep=;", "Date;Supplier;Amount", "21/04/2025;A, B and C;1.00");

        assertThat(sent.values("payee")).containsExactly("A, B and C");
        assertThat(sent.outcomes().setAside()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"CRLF, '\r\n'", "LF, '\n'", "CR, '\r'"})
    void line_ends_of_every_system_are_read(String told, String end) {
        Sent sent = sent(String.join(end, "Date,Supplier,Amount", "21/04/2025,A,1.00", "22/04/2025,B,2.00"));

        assertThat(sent.values("amount")).containsExactly("1.00", "2.00");
        assertThat(sent.dialect().lineEnds()).isEqualTo(told);
    }

    @Test
    void mixed_line_ends_and_line_breaks_within_cells_are_read() {
        Sent sent =
                sent("Date,Supplier,Amount\r\n21/04/2025,\"A\nand\r\nB\",1.00\r22/04/2025,C,2.00\n23/04/2025,D,3.00");

        assertThat(sent.values("payee")).containsExactly("A\nand\r\nB", "C", "D");
        assertThat(sent.dialect().lineEnds()).isEqualTo("CRLF+LF+CR");
        assertThat(sent.outcomes().accepted().getLast().row()).isEqualTo(4);
    }

    @Test
    void rows_without_content_are_counted_as_blank() {
        Sent sent = Sent.payments(
                "Date,Supplier,Amount,,", "21/04/2025,A,1.00,,", ",,,,", "", " , ,\u00A0,,", "22/04/2025,B,2");

        assertThat(sent.outcomes().blank()).extracting(RowOutcome.Blank::row).containsExactly(3L, 4L, 5L);
        assertThat(sent.values("amount")).containsExactly("1.00", "2.00");
    }

    @Test
    void rows_may_be_short_or_have_empty_cells_too_many() {
        Sent sent = Sent.payments("Date,Amount,Supplier,Description", "21/04/2025,1.00", "22/04/2025,2.00,B,x,,,");

        assertThat(sent.values("payee")).containsExactly("null", "B");
    }

    @Test
    void a_row_with_more_content_than_headers_is_refused_since_its_cells_may_have_shifted() {
        Sent sent = Sent.payments("Date,Amount,Supplier", "21/04/2025,1.00,A, B and C");

        assertThat(sent.refusals()).containsExactly(ProblemType.EXTRA_CELL);
        assertThat(sent.outcomes().refused().getFirst().cells()).containsExactly("21/04/2025", "1.00", "A", " B and C");
    }

    @Test
    void columns_behind_the_last_header_are_unnamed_if_all_rows_have_them() {
        Sent sent = Sent.payments(
                "Date,Supplier,Amount",
                "21/04/2025,A,100.00,Capital",
                "22/04/2025,B,2.00,Revenue",
                "23/04/2025,C,3.00,Revenue");

        assertThat(sent.values("amount")).containsExactly("100.00", "2.00", "3.00");
        assertThat(sent.outcomes().refused()).isEmpty();
        assertThat(sent.problems())
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).contains("1 columns have no header"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"21/04/2025,A,1,234.56", "21/04/2025,Smith, Jones Ltd,100.00", "21/04/2025,A,\u00A312,500"})
    void commas_that_take_cells_apart_are_no_columns_though_all_rows_have_them(String row) {
        Sent sent = Sent.payments("Date,Supplier,Amount", row, row, row);

        assertThat(sent.outcomes().accepted()).isEmpty();
        assertThat(sent.refusals()).contains(ProblemType.EXTRA_CELL);
    }

    @Test
    void quotation_marks_may_stand_behind_a_space_or_within_a_cell() {
        Sent sent = Sent.payments(
                "Date, Supplier, Amount", "21/04/2025, \"A, B\", 1.00", "22/04/2025, The 5\" Pipe Co, 2.00");

        assertThat(sent.values("payee")).containsExactly("A, B", "The 5\" Pipe Co");
    }

    @Test
    void a_quotation_mark_that_is_never_closed_refuses_the_file_and_says_where() {
        String rows = "22/04/2025,B Ltd,2.00\n".repeat(10_000);

        Problem problem = Sent.refusal("Date,Supplier,Amount", "21/04/2025,\"A", rows);

        assertThat(problem.type()).isEqualTo(ProblemType.FORMAT_ERROR);
        assertThat(problem.message()).startsWith("Record 2 ").contains("never closed");
    }

    @Test
    void sheets_saved_as_unicode_text_are_read() {
        byte[] bytes = "\uFEFFDate\tSupplier\tAmount\r\n21/04/2025\tCaf\u00E9\t\u00A31,200.50\r\n"
                .getBytes(StandardCharsets.UTF_16LE);

        Sent sent = Sent.of(bytes, "payments.txt", Layouts.PAYMENTS, ReadingOptions.NONE);

        assertThat(sent.values("payee")).containsExactly("Caf\u00E9");
        assertThat(sent.values("amount")).containsExactly("1200.50");
    }

    @Test
    void tens_of_thousands_of_lines_of_commas_are_blank_rows() {
        Sent sent = sent("Date,Supplier,Amount\n21/04/2025,A,1.00\n" + ",,,,,,\n".repeat(40_000));

        assertThat(sent.outcomes().blank()).hasSize(40_000);
        assertThat(sent.outcomes().accepted()).hasSize(1);
    }

    @Test
    void a_header_in_the_middle_of_a_sorted_sheet_is_found() {
        String rows = "21/04/2025,A Ltd,1.00\n".repeat(100);

        Sent sent = sent(rows + "Date,Supplier,Amount\n" + rows);

        assertThat(sent.facts().headerRow()).isEqualTo(101);
        assertThat(sent.outcomes().accepted()).hasSize(200);
        assertThat(sent.outcomes().setAside()).isEmpty();
    }

    @Test
    void a_header_printed_again_on_each_page_is_set_aside_even_with_other_spaces() {
        Sent sent = sent("Date,Supplier,Amount,\n21/04/2025,A,1.00\n date , SUPPLIER,Amount\n22/04/2025,B,2.00\n");

        assertThat(sent.outcomes().accepted()).hasSize(2);
        assertThat(sent.outcomes().setAside())
                .extracting(RowOutcome.SetAside::row)
                .containsExactly(3L);
    }

    @Test
    void a_few_bytes_of_zero_are_left_out_and_told() {
        String rows = "21/04/2025,A Ltd,1.00\n".repeat(20);

        Sent sent = sent("Date,Supplier,Amount\n" + rows + "22/04/2025,B\0B Ltd,2.00\n");

        assertThat(sent.values("payee")).endsWith("BB Ltd");
        assertThat(sent.problems().getFirst().message()).startsWith("1 of the bytes are zero");
    }

    @Test
    void every_record_but_the_header_has_one_outcome() {
        Sent sent = Sent.payments(
                "Payments over 500 pounds,,",
                "",
                "Date,Supplier,Amount",
                "21/04/2025,A,1.00",
                "x,B,2.00",
                ",,",
                ",,1.00");

        Outcomes outcomes = sent.outcomes();
        assertThat(outcomes.accepted()).hasSize(1);
        assertThat(outcomes.refused()).hasSize(1);
        assertThat(outcomes.blank()).hasSize(1);
        assertThat(outcomes.setAside()).extracting(RowOutcome.SetAside::row).containsExactly(1L, 2L, 7L);
    }

    private static Sent sent(String text) {
        return Sent.of(text.getBytes(StandardCharsets.UTF_8), "payments.csv", Layouts.PAYMENTS, ReadingOptions.NONE);
    }

    @Test
    void lines_that_are_quoted_as_a_whole_are_read_and_it_is_told() {
        Sent sent = Sent.payments(
                "Date,Supplier,Amount,Service",
                "\"01/04/2025,\"\"Acme, Bolt & Nut Ltd\"\",\"\"1,234.56\"\",Roads\"",
                "\"02/04/2025,Smith Ltd,5.00,Parks\"",
                "\"03/04/2025,Jones Ltd,7.00,\"\"Parks, north\"\"\"");

        assertThat(sent.values("payee")).containsExactly("Acme, Bolt & Nut Ltd", "Smith Ltd", "Jones Ltd");
        assertThat(sent.values("amount")).containsExactly("1234.56", "5.00", "7.00");
        assertThat(sent.problems())
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).contains("quotation marks as a whole"));
    }

    @Test
    void a_first_cell_in_quotation_marks_is_no_whole_line() {
        Sent sent = Sent.payments(
                "Supplier,Date,Amount", "\"Acme, Bolt & Nut Ltd\",01/04/2025,5.00", "\"A, B, C, D\",02/04/2025,6.00");

        assertThat(sent.values("payee")).containsExactly("Acme, Bolt & Nut Ltd", "A, B, C, D");
    }

    @Test
    void notes_below_the_table_are_no_payments() {
        Sent sent = Sent.payments(
                "Supplier,Date,Amount",
                "Acme Ltd,01/04/2025,5.00",
                "Report run on 03/05/2025 14:02,,",
                "Page 1 of 3,,",
                "End of report,,");

        assertThat(sent.outcomes().accepted()).hasSize(1);
        assertThat(sent.outcomes().refused()).isEmpty();
        assertThat(sent.outcomes().setAside()).hasSize(3);
    }
}
