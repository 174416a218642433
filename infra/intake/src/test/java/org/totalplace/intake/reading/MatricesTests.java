package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.reading.matrix.MoneyUnit;
import org.totalplace.intake.reading.matrix.Part;
import org.totalplace.intake.reading.matrix.Stated;
import org.totalplace.value.Pence;

class MatricesTests {

    private static final Path FINANCE = Path.of("../../../shared/data/finance");
    private static final int SERVICE = Layouts.BUDGETS.indexOf("service");
    private static final int BODY = Layouts.BUDGETS.indexOf("body");

    private static Read budgets(String... lines) {
        return budgets(ReadingOptions.NONE, lines);
    }

    private static Read budgets(ReadingOptions options, String... lines) {
        return Read.of((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8), "council.csv", options);
    }

    /** A file that was read. */
    private record Read(List<RowOutcome> rows, List<Problem> problems, List<String> doubts) {

        static Read of(byte[] bytes, String name, ReadingOptions options) {
            try {
                Path file = Files.createTempFile("matrix", ".data");
                Files.write(file, bytes);
                try (FileReading reading = FileReading.open(file, name, Layouts.BUDGETS, options)) {
                    List<RowOutcome> rows = new ArrayList<>();
                    reading.forEach(rows::add);
                    return new Read(
                            rows,
                            reading.fileProblems(),
                            reading.doubts().stream().map(Problem::message).toList());
                } finally {
                    Files.delete(file);
                }
            } catch (IOException | FileRefused e) {
                throw new AssertionError(e.getMessage(), e);
            }
        }

        Stream<RowOutcome.Accepted> accepted() {
            return rows.stream().filter(RowOutcome.Accepted.class::isInstance).map(RowOutcome.Accepted.class::cast);
        }

        /** Each amount as {@code service label phase year amount}. */
        List<String> amounts() {
            return accepted()
                    .flatMap(row -> row.values().parts().stream().map(part -> line(row, part)))
                    .toList();
        }

        private static String line(RowOutcome.Accepted row, Part part) {
            return Stream.of(
                            row.values().text(BODY),
                            row.values().text(SERVICE),
                            part.label(),
                            part.phase(),
                            part.year().label(),
                            part.amount().toString())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
        }

        Pence sum() {
            return accepted()
                    .flatMap(row -> row.values().parts().stream())
                    .map(Part::amount)
                    .reduce(Pence.ZERO, Pence::plus);
        }

        long setAside(ProblemType why) {
            return rows.stream()
                    .filter(row -> row instanceof RowOutcome.SetAside aside && aside.why() == why)
                    .count();
        }

        List<String> told() {
            return problems.stream().map(Problem::message).toList();
        }

        List<Problem> notes() {
            return accepted().flatMap(row -> row.values().notes().stream()).toList();
        }
    }

    @Nested
    class WhenColumnsArePhases {

        private final Read read = budgets(
                "Anytown Council: budget monitoring 2024-25",
                "All figures in \u00A3000",
                "Service,Original Budget,Revised Budget,Forecast Outturn,Variance",
                "Adult social care,\"1,200\",\"1,250\",\"1,300\",50",
                "Libraries,80,82.5,79,-3.5",
                "Total,\"1,280\",\"1,332.5\",\"1,379\",46.5");

        @Test
        void each_column_is_an_amount_of_its_phase_in_pounds() {
            assertThat(read.amounts())
                    .startsWith("Adult social care budget 2024-25 1200000.00")
                    .contains("Libraries revised 2024-25 82500.00");
        }

        @Test
        void a_forecast_of_the_outturn_counts_with_the_revised_budget_only_where_there_is_no_revised_budget() {
            assertThat(read.amounts()).hasSize(4);
        }

        @Test
        void the_total_row_and_the_variance_are_no_amounts() {
            assertThat(read.setAside(ProblemType.TOTAL_ROW)).isEqualTo(1);
            assertThat(read.doubts()).isEmpty();
        }
    }

    @Nested
    class WhenColumnsAreYears {

        private final Read read = budgets(
                "Head of service,2023/24 Actual \u00A3,2024/25 Budget \u00A3",
                "Parks and open spaces,\"250,000.00\",\"(1,000.00)\"",
                "Waste collection,\"1,000,000\",n/a");

        @Test
        void each_amount_has_the_year_and_phase_of_its_column() {
            assertThat(read.amounts())
                    .containsExactly(
                            "Parks and open spaces outturn 2023-24 250000.00",
                            "Parks and open spaces budget 2024-25 -1000.00",
                            "Waste collection outturn 2023-24 1000000.00");
        }

        @Test
        void what_is_missing_is_told_and_is_not_nought() {
            assertThat(read.notes()).extracting(Problem::type).containsExactly(ProblemType.MISSING_CELL);
        }
    }

    @Nested
    class WhenColumnsAreServicesOfManyBodies {

        private final Read read = budgets(
                ReadingOptions.NONE
                        .withPeriod(Period.parse("2022-23"))
                        .stating(new Stated("outturn", MoneyUnit.THOUSANDS)),
                "ONS Code,Local authority,Education,Roads,Total services",
                "E07000001,Aville,10,20,30",
                "E07000002,Beeton,1,2,3",
                "E07000003,Cedham,[x],[x],[x]",
                "E07000004,Deeford,4,\"1,000\",\"1,005\"",
                "E07000005,Elmham,5,5,10",
                "E07000006,Farley,5,6,11");

        @Test
        void amounts_are_those_of_the_services_and_not_their_total() {
            assertThat(read.sum()).isEqualTo(Pence.ofPounds(new BigDecimal("1058000")));
            assertThat(read.amounts()).contains("E07000001 Education outturn 2022-23 10000.00");
        }

        @Test
        void a_body_without_any_figure_is_read_without_amounts() {
            assertThat(read.accepted().filter(row -> row.values().parts().isEmpty()))
                    .hasSize(1);
        }

        @Test
        void a_total_that_differs_is_told_and_the_parts_count() {
            assertThat(read.notes()).extracting(Problem::type).contains(ProblemType.DEVIATED_VALUE);
        }
    }

    @Nested
    class WhenItIsALongTable {

        @Test
        void the_cells_say_year_and_phase() {
            Read read = budgets(
                    "ONS code,Year,Phase,Service,Amount (\u00A3)",
                    "E10000017,2023-24,Budget,Highways,1000000.10",
                    "E10000017,2023-24,Outturn,Highways,1100000.20");

            assertThat(read.amounts())
                    .containsExactly(
                            "E10000017 Highways budget 2023-24 1000000.10",
                            "E10000017 Highways outturn 2023-24 1100000.20");
        }
    }

    @Nested
    class WhenTheFileDoesNotSay {

        @Test
        void the_phase_it_is_doubtful() {
            Read read = budgets("Service,2024-25 \u00A3000", "Roads,100", "Parks,200");

            assertThat(read.doubts()).singleElement().asString().contains("taken as a budget");
        }

        @Test
        void the_unit_and_the_figures_look_like_thousands_it_is_doubtful() {
            Read read = budgets("Service,2024-25 Budget", "Roads,100", "Parks,200");

            assertThat(read.doubts()).singleElement().asString().contains("look like thousands");
        }

        @Test
        void the_year_no_row_is_accepted() {
            Read read = budgets("Service,Budget (\u00A3)", "Roads,100000", "Parks,250000.50");

            assertThat(read.rows()).allMatch(RowOutcome.Refused.class::isInstance);
        }

        @Test
        void any_amount_it_is_refused() {
            FileRefused refused = catchThrowableOfType(FileRefused.class, () -> refuse("Service,Manager", "Roads,A"));

            assertThat(refused.problem().message()).contains("amounts");
        }

        private void refuse(String... lines) throws IOException, FileRefused {
            Path file = Files.createTempFile("matrix", ".csv");
            Files.writeString(file, String.join("\n", lines));
            FileReading.open(file, "x.csv", Layouts.BUDGETS, ReadingOptions.NONE)
                    .close();
        }
    }

    @Nested
    class RealReturns {

        @Test
        void the_outturn_of_2022_23_is_read_to_the_net_current_expenditure_of_each_service() {
            Read read = real("rsx_2022-23.csv");

            assertThat(read.doubts()).isEmpty();
            assertThat(read.told()).anyMatch(note -> note.contains("'net current expenditure' counts"));
            assertThat(sumOf(read, "E10000017")).isEqualTo("2157051000.00");
            assertThat(read.amounts()).anyMatch(line -> line.startsWith("E10000017 Adult Social Care outturn 2022-23"));
        }

        @Test
        void the_budgets_of_2023_24_are_read_to_their_total_service_expenditure_without_a_difference() {
            Read read = real("ra_2023-24.csv");

            assertThat(read.doubts()).isEmpty();
            assertThat(read.sum()).isEqualTo(Pence.ofPounds(new BigDecimal("114499316000")));
            assertThat(sumOf(read, "E07000117")).isEqualTo("13804000.00");
            assertThat(read.notes()).extracting(Problem::type).containsOnly(ProblemType.MISSING_CELL);
            assertThat(read.told()).anyMatch(note -> note.startsWith("61 columns beyond 'TOTAL SERVICE EXPENDITURE'"));
        }

        private static String sumOf(Read read, String body) {
            return read.accepted()
                    .filter(row -> body.equals(row.values().text(BODY)))
                    .flatMap(row -> row.values().parts().stream())
                    .map(Part::amount)
                    .reduce(Pence.ZERO, Pence::plus)
                    .toString();
        }

        private static Read real(String name) {
            Path file = FINANCE.resolve(name);
            assumeTrue(Files.exists(file), "No file " + name + " beside the project");
            try {
                return Read.of(Files.readAllBytes(file), name, ReadingOptions.NONE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Nested
    class WhenRowsAddUpOthers {

        @Test
        void sub_totals_and_totals_are_set_aside_whatever_they_are_called() {
            Read read = budgets(
                    "Service,2024-25 Budget \u00A3",
                    "Adults,100000.50",
                    "Children,200000.00",
                    "Total social care,300000.50",
                    "Roads,50000.00",
                    "Buses,10000.00",
                    "Total transport,60000.00",
                    "Net cost of services,360000.50");

            assertThat(read.setAside(ProblemType.TOTAL_ROW)).isEqualTo(3);
            assertThat(read.sum()).isEqualTo(Pence.ofPounds(new BigDecimal("360000.50")));
        }

        @Test
        void a_heading_between_rows_is_no_amount() {
            Read read = budgets("Service,2024-25 Budget \u00A3", "PEOPLE,", "Adults,100000.50", "PLACE,", "Roads,5.00");

            assertThat(read.setAside(ProblemType.TITLE_ROW)).isEqualTo(2);
            assertThat(read.accepted()).hasSize(2);
        }

        @Test
        void a_row_that_is_called_total_and_has_nothing_to_add_up_is_an_amount() {
            Read read = budgets("Service,2024-25 Budget \u00A3", "Total police services,100000.50");

            assertThat(read.accepted()).hasSize(1);
        }
    }

    @Nested
    class WhenTwoRowsNameTheColumns {

        @Test
        void the_year_above_a_group_is_that_of_each_of_its_columns() {
            Read read = budgets(
                    "General Fund budget book,,,,",
                    "Service,2023/24,,2024/25,",
                    ",Original Budget,Outturn,Original Budget,Revised Budget",
                    "Adults,100,110,120,130",
                    "Roads,10,11,12,13");

            assertThat(read.amounts())
                    .contains(
                            "Adults budget 2023-24 100.00",
                            "Adults outturn 2023-24 110.00",
                            "Adults budget 2024-25 120.00",
                            "Roads revised 2024-25 13.00")
                    .hasSize(8);
        }

        @Test
        void a_title_with_a_year_above_them_is_no_part_of_the_header() {
            Read read = budgets(
                    "Budget 2024/25,\u00A3000,", "Service,Original Budget,Outturn", "Adults,100,110", "Roads,10,11");

            assertThat(read.amounts())
                    .contains("Adults budget 2024-25 100000.00", "Roads outturn 2024-25 11000.00")
                    .hasSize(4);
        }

        @Test
        void a_row_of_units_below_the_header_says_the_unit() {
            Read read = budgets(
                    "Service,2024/25 Budget,2024/25 Outturn", ",\u00A3000,\u00A3000", "Adults,100,110", "Roads,10,11");

            assertThat(read.amounts())
                    .contains("Adults budget 2024-25 100000.00", "Roads outturn 2024-25 11000.00")
                    .hasSize(4);
        }
    }

    @Nested
    class WhenFiguresAreInThousands {

        @Test
        void decimals_are_read_exactly_and_what_is_no_whole_penny_is_refused() {
            Read read = budgets(
                    "Service,2024-25 Budget \u00A3000", "Adults,12930.31183", "Children,(1.5)", "Roads,0.0000125");

            assertThat(read.amounts())
                    .containsExactly("Adults budget 2024-25 12930311.83", "Children budget 2024-25 -1500.00");
            assertThat(read.rows())
                    .filteredOn(RowOutcome.Refused.class::isInstance)
                    .hasSize(1);
        }
    }
}
