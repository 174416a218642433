package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.totalplace.intake.layout.Layouts;

class DayOrderTests {

    @Test
    void the_day_comes_first_where_nothing_says_otherwise_and_that_is_told() {
        Sent sent = Sent.payments(file("03/04/2025", "05/04/2025"));

        assertThat(sent.values("date")).containsExactly("2025-04-03", "2025-04-05");
        assertThat(sent.problemTypes()).containsExactly(ProblemType.AMBIGUOUS_DATE);
    }

    @Test
    void a_single_day_past_the_twelfth_anywhere_in_the_file_shows_the_american_order() {
        List<String> days = new ArrayList<>(Collections.nCopies(1000, "04/03/2025"));
        days.add("04/25/2025");

        Sent sent = Sent.payments(file(days.toArray(String[]::new)));

        assertThat(sent.values("date")).startsWith("2025-04-03").endsWith("2025-04-25");
        assertThat(sent.problems()).isEmpty();
    }

    @Test
    void the_period_shows_the_order_where_the_days_do_not() {
        Sent sent = Sent.payments(march(), file("03/05/2025", "03/06/2025"));

        assertThat(sent.values("date")).containsExactly("2025-03-05", "2025-03-06");
        assertThat(sent.problems()).isEmpty();
    }

    @Test
    void days_that_a_spreadsheet_swapped_are_put_right_by_the_period_and_told() {
        Sent sent = Sent.payments(march(), file("13/03/2025", "25/03/2025", "03/05/2025"));

        assertThat(sent.values("date")).containsExactly("2025-03-13", "2025-03-25", "2025-03-05");
        Problem note = sent.outcomes().accepted().getLast().values().notes().getFirst();
        assertThat(note.type()).isEqualTo(ProblemType.AMBIGUOUS_DATE);
        assertThat(note.message()).contains("only if day and month are swapped", "read as 2025-03-05");
    }

    @Test
    void a_file_that_is_plainly_of_another_period_is_not_bent_to_fit() {
        Sent sent = Sent.payments(march(), file("13/02/2025", "25/02/2025", "03/02/2025"));

        assertThat(sent.values("date")).containsExactly("2025-02-13", "2025-02-25", "2025-02-03");
        assertThat(sent.outcomes()
                        .accepted()
                        .getLast()
                        .values()
                        .notes()
                        .getFirst()
                        .message())
                .contains("only if day and month are swapped", "read as 2025-02-03");
    }

    @Test
    void in_a_column_with_both_orders_a_day_that_stays_ambiguous_is_refused_and_not_guessed() {
        Sent sent = Sent.payments(file("13/03/2025", "03/25/2025", "03/05/2025", "04/04/2025"));

        assertThat(sent.values("date")).containsExactly("2025-03-13", "2025-03-25", "2025-04-04");
        assertThat(sent.refusals()).containsExactly(ProblemType.AMBIGUOUS_DATE);
        assertThat(sent.problemTypes()).containsExactly(ProblemType.AMBIGUOUS_DATE);
    }

    @Test
    void days_that_look_swapped_are_asked_about_where_no_period_tells() {
        Sent sent = Sent.payments(
                file("13/03/2025", "25/03/2025", "14/03/2025", "28/03/2025", "03/05/2025", "03/06/2025", "03/11/2025"));

        assertThat(sent.values("date")).endsWith("2025-05-03", "2025-06-03", "2025-11-03");
        assertThat(sent.doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.type()).isEqualTo(ProblemType.AMBIGUOUS_DATE);
            assertThat(doubt.message())
                    .startsWith("3 days in column 'Date' fall outside the months of the others unless day and month are"
                            + " swapped");
        });
    }

    @Test
    void a_few_old_days_among_many_look_like_nothing() {
        Sent sent = Sent.payments(file(
                "13/03/2025",
                "25/03/2025",
                "14/03/2025",
                "28/03/2025",
                "03/03/2025",
                "04/03/2025",
                "05/03/2025",
                "06/03/2025",
                "03/02/2025"));

        assertThat(sent.doubts()).isEmpty();
    }

    @Test
    void an_order_that_the_agency_declared_is_kept() {
        Sent sent = Sent.payments(ReadingOptions.NONE.withDateOrder(DateOrder.MONTH_FIRST), file("03/04/2025"));

        assertThat(sent.values("date")).containsExactly("2025-03-04");
        assertThat(sent.problems()).isEmpty();
    }

    @Test
    void iso_days_serials_and_names_of_months_need_no_order() {
        Sent sent = Sent.payments(file("2025-03-03 00:00:00", "45720", "05-Mar-25"));

        assertThat(sent.values("date")).containsExactly("2025-03-03", "2025-03-04", "2025-03-05");
        assertThat(sent.problems()).isEmpty();
    }

    @Test
    void a_day_of_birth_that_cannot_be_read_is_missing_with_a_note_that_does_not_show_it() {
        Sent sent = Sent.of(
                Sent.bytes(
                        "reference,surname,date of birth",
                        "1,A,1980-02-29",
                        "2,B,03/05/47",
                        "3,C,unknown",
                        "4,D,1980-02-29"),
                "people.csv",
                Layouts.PEOPLE,
                ReadingOptions.NONE);

        assertThat(sent.values("dateOfBirth")).containsExactly("1980-02-29", "null", "null", "1980-02-29");
        Problem note = sent.outcomes().accepted().get(1).values().notes().getFirst();
        assertThat(note.message()).contains("The cell in column 'date of birth'", "counts as missing");
        assertThat(note.cell()).isNull();
    }

    private static ReadingOptions march() {
        return ReadingOptions.NONE.withPeriod(Period.parse("2025-03"));
    }

    private static String[] file(String... days) {
        List<String> lines = new ArrayList<>(List.of("Date,Supplier,Amount"));
        for (String day : days) {
            lines.add(day + ",A Ltd,1.00");
        }
        return lines.toArray(String[]::new);
    }
}
