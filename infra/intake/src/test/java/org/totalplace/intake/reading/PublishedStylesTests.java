package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.totalplace.intake.layout.Layouts;

/** Layouts of files as public bodies publish them that could lose or add money unseen. */
class PublishedStylesTests {

    @Test
    void a_ledger_that_prints_all_payments_with_a_minus_is_asked_about() {
        Sent sent = Sent.payments(
                "Date,Supplier,Amount",
                "01/04/2025,A Ltd,-10.00",
                "02/04/2025,B Ltd,-11.00",
                "03/04/2025,C Ltd,-12.00",
                "04/04/2025,D Ltd,-13.00",
                "05/04/2025,E Ltd,-14.00");

        assertThat(sent.doubts())
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.message()).contains("5 of 5", "less than nothing", "Confirm"));
    }

    @Test
    void two_tables_side_by_side_are_refused_rather_than_read_by_half() {
        Problem problem = Sent.refusal(
                "Date,Supplier,Amount,,Date,Supplier,Amount",
                "01/04/2025,A Ltd,10.00,,01/05/2025,B Ltd,20.00",
                "02/04/2025,C Ltd,30.00,,02/05/2025,D Ltd,40.00");

        assertThat(problem.type()).isEqualTo(ProblemType.DUPLICATE_LABEL);
        assertThat(problem.message()).contains("side by side", "'Amount'", "one table below the other");
    }

    @Test
    void capital_and_revenue_in_a_column_each_are_refused_rather_than_read_by_half() {
        Problem problem = Sent.refusal(
                "Date,Supplier,Capital Amount,Revenue Amount",
                "01/04/2025,A Ltd,10.00,",
                "02/04/2025,C Ltd,30.00,5.00");

        assertThat(problem.message()).contains("two columns, 'Capital Amount' and 'Revenue Amount'", "one column");
    }

    @Test
    void amounts_in_pence_are_refused_rather_than_read_as_pounds() {
        Problem problem = Sent.refusal("Date,Supplier,Amount (pence)", "01/04/2025,A Ltd,1000");

        assertThat(problem.message()).contains("No column for the amount", "'Amount (pence)'");
    }

    @Test
    void rows_whose_cells_cannot_be_told_apart_are_no_nil_return() {
        Problem problem = Sent.refusal("Date~Supplier~Amount", "01/04/2025~A Ltd~10.00", "02/04/2025~B Ltd~7.00");

        assertThat(problem.message()).startsWith("No header was found");
    }

    @Test
    void numbered_notes_below_the_table_are_no_payments() {
        Sent sent = Sent.payments(
                "Date,Supplier,Amount", "01/04/2025,A Ltd,10.00", "Notes,,", "1. VAT is excluded,,", "2) As paid,,");

        assertThat(sent.outcomes().refused()).isEmpty();
        assertThat(sent.outcomes().setAside()).hasSize(3);
    }

    @Test
    void a_column_a_month_is_refused_with_what_it_is_though_the_period_is_known() {
        byte[] bytes = Sent.bytes("Supplier,Apr-25,May-25,Total", "A Ltd,10.00,20.00,30.00", "B Ltd,1.00,2.00,3.00");

        Problem problem =
                Sent.refusal(bytes, "spend.csv", ReadingOptions.NONE.withPeriod(Period.parse("2025-04/2025-05")));

        assertThat(problem.message()).contains("a column a month", "'Apr-25', 'May-25'", "a row for each payment");
    }

    @Test
    void a_trust_with_a_cover_codes_a_pivot_and_two_months_goes_in() {
        Sent sent = Sent.of(
                Books.of(book -> {
                    cover(book);
                    april(book);
                    Books.sheet(
                            book,
                            "May 25",
                            Books.cells("Dept Family", "Entity", "Payment Date", "Supplier Name", "Amount"),
                            Books.cells("Health", "Trust", LocalDate.of(2025, 5, 3), "Acme Ltd", 25_000.25));
                    Books.sheet(
                            book,
                            "Pivot",
                            Books.cells("Row Labels", "Sum of AP Amount (\u00A3)"),
                            Books.cells("Acme Ltd", 51_000.75),
                            Books.cells("Bolt LLP", 31_000),
                            Books.cells("Grand Total", 82_000.75));
                    Books.sheet(
                            book,
                            "Lookups",
                            Books.cells("Cost Centre", "Description", "Expense Area"),
                            Books.cells(45_001, "Wards", "Nursing"));
                }),
                "trust.xlsx",
                Layouts.PAYMENTS,
                ReadingOptions.NONE);

        assertThat(sent.values("amount")).containsExactly("26000.50", "31000.00", "25000.25");
        assertThat(sent.outcomes().refused()).isEmpty();
        assertThat(sent.doubts()).isEmpty();
    }

    private static void cover(Workbook book) {
        Books.sheet(
                book,
                "Cover",
                Books.cells("Example NHS Foundation Trust"),
                Books.cells("Spend over \u00A325,000"),
                Books.cells("Published", LocalDate.of(2025, 6, 1)));
    }

    private static void april(Workbook book) {
        Books.sheet(
                book,
                "Apr 25",
                Books.cells("Example NHS Foundation Trust"),
                Books.cells(""),
                Books.cells(
                        "Department Family",
                        "Entity",
                        "Date",
                        "Expense Type",
                        "Expense Area",
                        "Supplier",
                        "Transaction Number",
                        "AP Amount (\u00A3)"),
                Books.cells(
                        "Health",
                        "Trust",
                        LocalDate.of(2025, 4, 3),
                        "Drugs",
                        "Pharmacy",
                        "Acme Ltd",
                        100_001,
                        26_000.5),
                Books.cells(
                        "Health", "Trust", LocalDate.of(2025, 4, 4), "Rent", "Estates", "Bolt LLP", 100_002, 31_000),
                Books.cells("", "", "", "", "", "", "Total", 57_000.5));
    }

    @Test
    void a_fire_authoritys_file_with_months_by_name_and_net_of_vat_goes_in() {
        Sent sent = Sent.payments(
                "Example Fire Authority - Expenditure over \u00A3500 2024/25,,,,,",
                ",,,,,",
                "Month,Vendor Name,Station or Department,Spend (excl VAT),VAT,Total inc VAT",
                "April,Acme Ltd,Stores,\u00A3600.00,\u00A3120.00,\u00A3720.00",
                "March,Bolt Ltd,Fleet,\u00A3550.50,\u00A3110.10,\u00A3660.60",
                "Total,,,\u00A31150.50,\u00A3230.10,\u00A31380.60");

        assertThat(sent.values("date")).containsExactly("2024-04-01", "2025-03-01");
        assertThat(sent.values("amount")).containsExactly("600.00", "550.50");
        assertThat(sent.outcomes().refused()).isEmpty();
        assertThat(sent.outcomes().setAside()).hasSizeGreaterThanOrEqualTo(2);
    }
}
