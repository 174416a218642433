package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.totalplace.intake.layout.Layouts;

/** A quotation mark that is opened and not closed swallows no payment unseen. */
class OpenQuotesTests {

    private static final String HEADER = "Date,Supplier,Amount";
    private static final int ROWS = 6;
    private static final int AMOUNT = Layouts.PAYMENTS.indexOf("amount");

    @Test
    void rows_that_it_would_swallow_are_read_and_it_is_told() {
        Sent sent = Sent.payments(
                HEADER, "01/04/2025,\"ABC Ltd,100.00", "02/04/2025,DEF,200.00", "03/04/2025,\"XYZ Ltd\",300.00");

        assertThat(sent.values("amount")).containsExactly("100.00", "200.00", "300.00");
        assertThat(sent.values("payee")).containsExactly("ABC Ltd", "DEF", "XYZ Ltd");
        assertThat(sent.notes()).singleElement().satisfies(note -> {
            assertThat(note.type()).isEqualTo(ProblemType.FORMAT_ERROR);
            assertThat(note.row()).isEqualTo(2);
            assertThat(note.message()).contains("quotation mark", "not closed");
        });
    }

    @Test
    void it_may_stand_in_the_row_before_one_with_quotation_marks_and_commas() {
        Sent sent = Sent.payments(
                HEADER, "01/04/2025,\"ABC Ltd,100.00", "02/04/2025,\"D, E & F\",\"2,000.00\"", "03/04/2025,XYZ,300.00");

        assertThat(sent.values("amount")).containsExactly("100.00", "2000.00", "300.00");
        assertThat(sent.values("payee")).containsExactly("ABC Ltd", "D, E & F", "XYZ");
    }

    @Test
    void it_may_run_to_the_end_of_the_file_past_the_longest_cell() {
        List<String> lines = new ArrayList<>(List.of(HEADER, "01/04/2025,\"ABC Ltd,100.00"));
        for (int i = 0; i < 20_000; i++) {
            lines.add("02/04/2025,Supplier " + i + ",1.00");
        }

        Sent sent = Sent.payments(lines.toArray(String[]::new));

        assertThat(sent.outcomes().accepted()).hasSize(20_001);
        assertThat(sent.outcomes().refused()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\r\n", "\n"})
    void lines_may_end_in_any_way_and_one_that_swallows_half_a_row_is_refused(String end) {
        String text = String.join(
                        end,
                        HEADER,
                        "01/04/2025,\"A" + end + "Ltd\",1.00",
                        "",
                        "02/04/2025,\"ABC Ltd,2.00",
                        "03/04/2025,\"D" + end + end + "Ltd\",3.00",
                        "04/04/2025,XYZ,4.00")
                + end;

        Sent sent =
                Sent.of(text.getBytes(StandardCharsets.UTF_8), "payments.csv", Layouts.PAYMENTS, ReadingOptions.NONE);

        assertThat(sent.values("amount")).containsExactly("1.00", "4.00");
        assertThat(sent.outcomes().refused()).hasSize(2);
        assertThat(sent.outcomes().refused().getFirst().problems())
                .extracting(Problem::type)
                .contains(ProblemType.FORMAT_ERROR);
    }

    @Test
    void more_of_them_than_are_mended_are_refused_with_how_many_lines_they_took() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 40; i++) {
            lines.add("01/04/2025,\"Left open " + i + ",100.00");
            lines.add("02/04/2025,Whole,10.00");
            lines.add("03/04/2025,\"Closed\",1.00");
        }

        Sent sent = Sent.payments(lines.toArray(String[]::new));

        assertThat(sent.outcomes().accepted()).hasSizeGreaterThanOrEqualTo(75);
        assertThat(sent.outcomes().refused())
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.problems().getFirst().message()).contains("lines were taken for the same cell"));
    }

    @Test
    void whichever_quotation_mark_is_lost_no_money_goes_unseen() {
        for (int number = 0; number < 500; number++) {
            Random random = new Random(number);
            String whole = made(random);
            List<Integer> marks = IntStream.range(0, whole.length())
                    .filter(at -> whole.charAt(at) == '"')
                    .boxed()
                    .toList();
            int lost = marks.get(random.nextInt(marks.size()));
            String damaged = whole.substring(0, lost) + whole.substring(lost + 1);

            Sent sent = Sent.of(
                    damaged.getBytes(StandardCharsets.UTF_8), "payments.csv", Layouts.PAYMENTS, ReadingOptions.NONE);

            long pence = sent.outcomes().accepted().stream()
                    .mapToLong(row ->
                            Objects.requireNonNull(row.values().amount(AMOUNT)).value())
                    .sum();
            assertThat(pence == 100L * ROWS || !sent.outcomes().refused().isEmpty())
                    .as("case " + number + ": " + damaged + " gives " + pence + " pence")
                    .isTrue();
        }
    }

    /** Rows of a pound each, of which some have quotation marks, commas and line breaks. */
    private static String made(Random random) {
        boolean amountLast = random.nextBoolean();
        StringBuilder text = new StringBuilder(amountLast ? "Date,Supplier,Amount\n" : "Amount,Date,Supplier\n");
        for (int row = 0; row < ROWS; row++) {
            String day = (1 + random.nextInt(28)) + "/04/2025";
            String payee = switch (row == 0 ? 1 : random.nextInt(4)) {
                case 0 -> "Acme Ltd";
                case 1 -> "\"Bolt, Nut & Co\"";
                case 2 -> "\"Carr Ltd\"";
                default -> "\"Dunn\nand Sons\"";
            };
            String amount = random.nextInt(3) == 0 ? "\"1.00\"" : "1.00";
            text.append(amountLast ? day + "," + payee + "," + amount : amount + "," + day + "," + payee)
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void a_cell_past_the_limit_is_refused_though_its_quotation_marks_are_right() {
        Problem problem = Sent.refusal(HEADER, "01/04/2025,\"" + "x".repeat(70_000) + "\",1.00", "02/04/2025,B,2.00");

        assertThat(problem.message()).startsWith("Record 2 has a cell of more than 65536 characters");
    }

    @Test
    void line_breaks_that_are_meant_are_left_alone() {
        Sent sent = Sent.payments(
                "Date,Amount,Supplier,Details",
                "01/04/2025,10.00,\"Acme Ltd",
                "1 High St, Town\",Paper",
                "02/04/2025,20.00,Bolt,\"Train on 02/04/2025, \u00A330.00",
                "Hotel on 03/04/2025, \u00A370.00\"",
                "03/04/2025,30.00,\"Carr",
                "\",Pens");

        assertThat(sent.values("amount")).containsExactly("10.00", "20.00", "30.00");
        assertThat(sent.notes()).isEmpty();
        assertThat(sent.values("purpose").get(1)).contains("\n");
    }
}
