package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.totalplace.intake.layout.Layouts;

class WorkbooksTests {

    @TempDir
    private Path folder;

    @Test
    void every_sheet_has_its_own_header_and_rows_count_on() {
        Sent sent = sent(book -> {
            sheet(book, "Apr", "* Date", "TOTAL", "* SUPPLIER FINAL");
            sheet(book, "May '25", "Supplier Name", "Payment Date", "Net Amount");
            Worksheet apr = book.newWorksheet("Jun");
            row(apr, 0, "Payments in June");
            row(apr, 1, "Date", "Supplier", "Amount");
            row(apr, 2, LocalDate.of(2025, 6, 3), "C", 30.3);
        });

        assertThat(sent.values("payee")).containsExactly("A", "B", "C");
        assertThat(sent.values("amount")).containsExactly("10.10", "20.20", "30.30");
        assertThat(sent.values("date")).containsExactly("2025-04-01", "2025-05-02", "2025-06-03");
        assertThat(sent.outcomes().accepted())
                .extracting(RowOutcome.Accepted::row)
                .containsExactly(2L, 4L, 7L);
        assertThat(sent.facts().sheets()).containsExactly("Apr", "May '25", "Jun");
        assertThat(sent.facts().container()).isEqualTo("xlsx");
    }

    private static void sheet(Workbook book, String name, String first, String second, String third) {
        Worksheet sheet = book.newWorksheet(name);
        row(sheet, 0, first, second, third);
        if (name.equals("Apr")) {
            row(sheet, 1, 45748, 10.1, "A");
        } else {
            row(sheet, 1, "B", "02/05/2025", "20.20");
        }
    }

    @Test
    void a_sheet_of_notes_is_set_aside_and_a_hidden_one_is_not_read() {
        Sent sent = sent(book -> {
            row(book.newWorksheet("Notes"), 0, "Figures leave out schools");
            row(book.newWorksheet("Empty"), 0);
            sheet(book, "Apr", "Date", "Amount", "Supplier");
            Worksheet hidden = book.newWorksheet("Working");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            row(hidden, 0, "Date", "Amount", "Supplier");
            row(hidden, 1, 45748, 99.9, "Z");
        });

        assertThat(sent.values("payee")).containsExactly("A");
        assertThat(sent.outcomes().setAside()).hasSize(1);
        assertThat(sent.problemTypes()).containsExactly(ProblemType.FORMAT_ERROR, ProblemType.TITLE_ROW);
    }

    @Test
    void a_sheet_with_money_but_no_header_refuses_the_file_rather_than_lose_it() {
        byte[] bytes = workbook(book -> {
            sheet(book, "Apr", "Date", "Amount", "Supplier");
            row(book.newWorksheet("May"), 0, "02/05/2025", 5.5, "B");
        });

        Problem problem = Sent.refusal(bytes, "book.xlsx", ReadingOptions.NONE);

        assertThat(problem.message()).startsWith("Sheet 'May' has rows with days and amounts but no header");
    }

    @Test
    void a_refused_row_names_its_sheet() {
        Sent sent = sent(book -> {
            sheet(book, "Apr", "Date", "Amount", "Supplier");
            Worksheet may = book.newWorksheet("May");
            row(may, 0, "Date", "Amount", "Supplier");
            row(may, 1, "02/05/2025", "lots", "B");
            row(may, 2, "03/05/2025", 1, "C");
            row(may, 3, "04/05/2025", 1, "D");
        });

        assertThat(sent.outcomes().refused().getFirst().row()).isEqualTo(4);
        assertThat(sent.outcomes().refused().getFirst().problems().getFirst().message())
                .startsWith("Sheet 'May', row 2: 'lots'");
    }

    @Test
    void cells_beside_the_table_are_no_harm_in_a_workbook() {
        Sent sent = sent(book -> {
            Worksheet apr = book.newWorksheet("Apr");
            row(apr, 0, "Date", "Amount", "Supplier");
            row(apr, 1, 45748, 10.1, "A", "4574810.1A", 1);
        });

        assertThat(sent.values("amount")).containsExactly("10.10");
    }

    @Test
    void what_a_formula_worked_out_is_read_and_its_errors_are_no_values() {
        byte[] book = patched(
                simple(),
                "xl/worksheets/sheet1.xml",
                xml -> xml.replaceFirst("<c r=\"C2\"[^>]*><v>10.1</v></c>", "<c r=\"C2\"><f>5+5.1</f><v>10.1</v></c>")
                        .replaceFirst("<c r=\"C3\"[^>]*><v>20.2</v></c>", "<c r=\"C3\" t=\"e\"><v>#REF!</v></c>"));

        Sent sent = Sent.of(book, "book.xlsx", Layouts.PAYMENTS, ReadingOptions.NONE);

        assertThat(sent.values("amount")).containsExactly("10.10");
        assertThat(sent.outcomes().refused().getFirst().problems().getFirst().message())
                .contains("'#REF!'", "error of the spreadsheet");
    }

    @Test
    void days_count_from_1904_where_the_workbook_says_so() {
        byte[] book =
                patched(simple(), "xl/workbook.xml", xml -> xml.replaceFirst("date1904=\"[^\"]*\"", "date1904=\"1\""));

        Sent sent = Sent.of(book, "book.xlsx", Layouts.PAYMENTS, ReadingOptions.NONE);

        assertThat(sent.values("date")).containsExactly("2029-04-03", "2029-04-04");
    }

    @Test
    void a_workbook_without_formats_is_read_with_its_days_as_numbers() {
        byte[] book = patched(
                simple(),
                "xl/_rels/workbook.xml.rels",
                xml -> xml.replaceFirst("<Relationship [^>]*styles\\.xml\"[^>]*/>", ""));

        Sent sent = Sent.of(book, "book.xlsx", Layouts.PAYMENTS, ReadingOptions.NONE);

        assertThat(sent.values("date")).containsExactly("2025-04-02", "2025-04-03");
    }

    @Test
    void a_total_of_all_sheets_is_set_aside_and_a_sheet_without_rows_is_told() {
        Sent sent = sent(book -> {
            sheet(book, "Apr", "Date", "Amount", "Supplier");
            Worksheet may = book.newWorksheet("May");
            row(may, 0, "Date", "Amount", "Supplier");
            row(may, 1, "02/05/2025", 5.5, "B");
            row(may, 2, "13/05/2025", 4.4, "C");
            row(may, 3, "", 9.9, "");
            row(may, 4, "", 20, "");
            row(book.newWorksheet("Jun"), 0, "Date", "Amount", "Supplier");
        });

        assertThat(sent.values("amount")).containsExactly("10.10", "5.50", "4.40");
        assertThat(sent.outcomes().setAside()).hasSize(2);
        assertThat(sent.problems())
                .filteredOn(problem -> problem.type() == ProblemType.PARTIAL_RETURN)
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("'Jun'"));
    }

    private static byte[] simple() {
        return workbook(book -> {
            Worksheet apr = book.newWorksheet("Apr");
            row(apr, 0, "Supplier", "Date", "Amount");
            row(apr, 1, "A", LocalDate.of(2025, 4, 2), 10.1);
            row(apr, 2, "B", LocalDate.of(2025, 4, 3), 20.2);
        });
    }

    /** The same workbook with one of its parts changed. */
    private byte[] patched(byte[] book, String part, UnaryOperator<String> change) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean changed = false;
        try (ZipFile whole =
                        new ZipFile(Files.write(folder.resolve("whole"), book).toFile());
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(whole.entries())) {
                String text = new String(whole.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                String after = entry.getName().equals(part) ? change.apply(text) : text;
                changed |= !after.equals(text);
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(after.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(changed).as(part + " was changed").isTrue();
        return out.toByteArray();
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            switch (cells[column]) {
                case String text -> sheet.value(row, column, text);
                case LocalDate day -> {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("dd/mm/yyyy").set();
                }
                case Number number -> sheet.value(row, column, number);
                default -> throw new IllegalArgumentException("No cell: " + cells[column]);
            }
        }
    }

    private static Sent sent(Consumer<Workbook> contents) {
        return Sent.of(workbook(contents), "book.xlsx", Layouts.PAYMENTS, ReadingOptions.NONE);
    }

    private static byte[] workbook(Consumer<Workbook> contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Total Place", "1.0")) {
            contents.accept(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
