package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTests {

    private static final String HEADER = "Date,Supplier,Amount";
    private static final String ROW = "21/04/2025,A Ltd,1.00";
    private static final Limits SMALL = new Limits(1_000_000, 100, 50, 20, 3);

    @Test
    void a_file_at_the_limits_is_read() {
        Sent sent =
                Sent.payments(ReadingOptions.NONE.within(SMALL), HEADER, ROW, "21/04/2025," + "x".repeat(50) + ",1");

        assertThat(sent.outcomes().accepted()).hasSize(2);
    }

    @Test
    void too_many_rows_are_refused_with_the_number() {
        Problem problem = refusal(HEADER, ROW, ROW, ROW);

        assertThat(problem.type()).isEqualTo(ProblemType.ROW_COUNT);
        assertThat(problem.message()).contains("more than 3 rows");
    }

    @Test
    void too_many_columns_are_refused_with_the_number() {
        assertThat(refusal(HEADER, ROW + ",".repeat(20)).message()).contains("Record 2", "more than 20 columns");
    }

    @Test
    void too_long_a_cell_is_refused_with_the_number() {
        assertThat(refusal(HEADER, "21/04/2025," + "x".repeat(51) + ",1").message())
                .contains("Record 2", "more than 50 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03", "2024-04/2025-03"})
    void a_period_is_a_month_or_several(String text) {
        assertThat(Period.parse(text)).hasToString(text);
        assertThat(Period.parse(text).to()).hasToString("2025-03-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2025", "2025-13", "2025-03/2025-01", "March", "2025-01/2025-02/2025-03"})
    void anything_else_is_no_period(String text) {
        assertThatThrownBy(() -> Period.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Problem refusal(String... lines) {
        return Sent.refusal(Sent.bytes(lines), "payments.csv", ReadingOptions.NONE.within(SMALL));
    }
}
