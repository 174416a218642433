package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.totalplace.intake.layout.Layouts;

/** What else stands in workbooks beside the sheets of payments. */
class OtherSheetsTests {

    private static void payments(Workbook book, String sheet, int month) {
        Books.sheet(
                book,
                sheet,
                Books.cells("Payment Date", "Supplier", "Cost Centre", "Amount"),
                Books.cells(LocalDate.of(2025, month, 3), "Acme Ltd", 10023, 100.25),
                Books.cells(LocalDate.of(2025, month, 4), "Bolt Ltd", 10024, 50.5),
                Books.cells(LocalDate.of(2025, month, 5), "Acme Ltd", 10023, 1.25));
    }

    private static Sent sent(Books.Contents contents) {
        return Sent.of(Books.of(contents), "book.xlsx", Layouts.PAYMENTS, ReadingOptions.NONE);
    }

    private static void assertReadBut(Sent sent, String sheet, String why) {
        assertThat(sent.values("amount")).containsExactly("100.25", "50.50", "1.25");
        assertThat(sent.outcomes().refused()).isEmpty();
        assertThat(sent.doubts()).isEmpty();
        assertThat(sent.problems())
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).contains("'" + sheet + "'", why));
    }

    @Test
    void a_list_of_codes_is_set_aside() {
        Sent sent = sent(book -> {
            payments(book, "Apr", 4);
            Books.sheet(
                    book,
                    "Codes",
                    Books.cells("Cost Centre", "Service Area", "Directorate"),
                    Books.cells(10023, "Roads", "Place"),
                    Books.cells(10024, "Parks", "Place"));
        });

        assertReadBut(sent, "Codes", "set aside");
    }

    @Test
    void an_explanation_of_the_columns_is_set_aside_though_it_names_them() {
        Sent below = sent(book -> {
            Books.sheet(
                    book,
                    "Read me",
                    Books.cells("Field", "Description"),
                    Books.cells("Payment Date", "Date the payment was made"),
                    Books.cells("Supplier", "Name of the supplier"),
                    Books.cells("Amount", "Amount paid without VAT"));
            payments(book, "Apr", 4);
        });
        Sent beside = sent(book -> {
            payments(book, "Apr", 4);
            Books.sheet(
                    book,
                    "Read me",
                    Books.cells("Payment Date", "Supplier", "Amount"),
                    Books.cells("The day it left the bank", "Whom we paid", "In pounds without VAT"));
        });

        assertReadBut(below, "Read me", "set aside");
        assertReadBut(beside, "Read me", "no row with a day or an amount");
    }

    @Test
    void a_cover_with_a_day_and_a_threshold_is_set_aside() {
        Sent sent = sent(book -> {
            Books.sheet(
                    book,
                    "Cover",
                    Books.cells("Published", "01/05/2025", "Threshold", 500),
                    Books.cells("Contact", "Finance Team"),
                    Books.cells("Licence", "Open Government Licence"),
                    Books.cells("Status", "Final"));
            payments(book, "Apr", 4);
        });

        assertReadBut(sent, "Cover", "set aside");
    }

    @Test
    void a_pivot_that_adds_up_the_payments_is_set_aside_as_a_total() {
        Sent sent = sent(book -> {
            payments(book, "Apr", 4);
            Books.sheet(
                    book,
                    "Pivot",
                    Books.cells("Row Labels", "Sum of Amount"),
                    Books.cells("Acme Ltd", 101.5),
                    Books.cells("Bolt Ltd", 50.5),
                    Books.cells("Grand Total", 152));
        });

        assertReadBut(sent, "Pivot", "only adds up");
        assertThat(sent.outcomes().setAside())
                .filteredOn(row -> row.why() == ProblemType.TOTAL_ROW)
                .hasSize(4);
    }

    @Test
    void a_list_of_the_largest_payees_is_one_too() {
        Sent sent = sent(book -> {
            payments(book, "Apr", 4);
            Books.sheet(book, "Largest", Books.cells("Supplier", "Total"), Books.cells("Acme Ltd", 101.5));
        });

        assertReadBut(sent, "Largest", "only adds up");
    }

    @Test
    void a_sheet_of_amounts_without_days_that_adds_up_nothing_refuses_the_file() {
        byte[] book = Books.of(contents -> {
            payments(contents, "Apr", 4);
            Books.sheet(contents, "More", Books.cells("Supplier", "Amount"), Books.cells("Carr Ltd", 7.5));
        });

        Problem problem = Sent.refusal(book, "book.xlsx", ReadingOptions.NONE);

        assertThat(problem.message()).contains("'More'", "7.50", "152.00", "No column for the date");
    }

    @Test
    void a_pivot_beside_payments_that_a_period_dates_is_set_aside_and_asked_about() {
        Sent sent = Sent.of(
                Books.of(book -> {
                    Books.sheet(
                            book,
                            "Data",
                            Books.cells("Supplier", "Amount"),
                            Books.cells("Acme Ltd", 60),
                            Books.cells("Acme Ltd", 40),
                            Books.cells("Bolt Ltd", 7));
                    Books.sheet(
                            book,
                            "Pivot",
                            Books.cells("Row Labels", "Sum of Amount"),
                            Books.cells("Acme Ltd", 100),
                            Books.cells("Bolt Ltd", 7));
                }),
                "book.xlsx",
                Layouts.PAYMENTS,
                ReadingOptions.NONE.withPeriod(Period.parse("2025-04")));

        assertThat(sent.values("amount")).containsExactly("60.00", "40.00", "7.00");
        assertThat(sent.doubts())
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.message()).contains("'Pivot'", "Confirm"));
    }

    @Test
    void a_headless_sheet_with_days_as_numbers_refuses_the_file_rather_than_lose_it() {
        byte[] book = Books.of(contents -> {
            payments(contents, "Apr", 4);
            Books.sheet(contents, "May", Books.cells("Acme Ltd", 45780, 10.5), Books.cells("Bolt Ltd", 45781, 20.75));
        });

        Problem problem = Sent.refusal(book, "book.xlsx", ReadingOptions.NONE);

        assertThat(problem.message()).startsWith("Sheet 'May' has rows with days and amounts but no header");
    }

    @Test
    void a_sheet_that_repeats_the_payments_of_the_others_is_asked_about() {
        Sent all = sent(book -> {
            payments(book, "Apr", 4);
            payments(book, "May", 5);
            Books.sheet(
                    book,
                    "Year",
                    Books.cells("Payment Date", "Supplier", "Amount"),
                    Books.cells(LocalDate.of(2025, 4, 3), "Acme Ltd", 100.25),
                    Books.cells(LocalDate.of(2025, 4, 4), "Bolt Ltd", 50.5),
                    Books.cells(LocalDate.of(2025, 4, 5), "Acme Ltd", 1.25),
                    Books.cells(LocalDate.of(2025, 5, 3), "Acme Ltd", 100.25),
                    Books.cells(LocalDate.of(2025, 5, 4), "Bolt Ltd", 50.5),
                    Books.cells(LocalDate.of(2025, 5, 5), "Acme Ltd", 1.25));
        });

        assertThat(all.doubts())
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).contains("'Year'", "as many rows", "304.00"));
    }
}
