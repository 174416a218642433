package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a file fills the period that its delivery is declared to be about. */
class CoverageTests {

    private static final ReadingOptions FIRST_QUARTER = ReadingOptions.NONE.withPeriod(Period.parse("2025-01/2025-03"));

    @Test
    void a_month_without_rows_makes_a_partial_return() {
        Sent sent = Sent.payments(FIRST_QUARTER, "Date,Supplier,Amount", "21/01/2025,A,1.00", "22/03/2025,B,2.00");

        assertThat(sent.problemTypes()).containsExactly(ProblemType.PARTIAL_RETURN);
        assertThat(sent.problems().getFirst().message())
                .contains("about 2025-01/2025-03", "no row has a day in 2025-02");
        assertThat(sent.doubts()).isEmpty();
    }

    @Test
    void a_period_that_is_filled_is_not_remarked_on() {
        Sent sent = Sent.payments(
                FIRST_QUARTER, "Date,Supplier,Amount", "21/01/2025,A,1.00", "22/02/2025,A,1.00", "22/03/2025,B,2.00");

        assertThat(sent.problems()).isEmpty();
    }

    @Test
    void days_outside_it_are_told_with_their_rows_and_kept() {
        Sent sent = Sent.payments(
                FIRST_QUARTER,
                "Date,Supplier,Amount",
                "21/01/2025,A,1.00",
                "22/02/2025,B,2.00",
                "23/03/2025,B,2.00",
                "24/12/2024,C,4.00");

        assertThat(sent.outcomes().accepted()).hasSize(4);
        assertThat(sent.notes()).singleElement().satisfies(note -> {
            assertThat(note.type()).isEqualTo(ProblemType.DEVIATED_VALUE);
            assertThat(note.row()).isEqualTo(5);
            assertThat(note.message())
                    .isEqualTo("The day 2024-12-24 in column 'Date' lies outside the period 2025-01/2025-03 that the"
                            + " delivery is about.");
        });
    }

    @Test
    void a_file_wholly_outside_it_is_asked_about() {
        Sent sent = Sent.payments(FIRST_QUARTER, "Date,Supplier,Amount", "21/04/2025,A,1.00");

        assertThat(sent.doubts())
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.message()).startsWith("No row has a day within 2025-01/2025-03"));
    }
}
