package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.totalplace.intake.layout.Layouts;

/** Months and days that lack a part, which the period, the titles or the file's name have. */
class MonthsInFiguresTests {

    private static ReadingOptions about(String period) {
        return ReadingOptions.NONE.withPeriod(Period.parse(period));
    }

    @Test
    void six_figures_under_period_are_a_month_that_has_to_be_confirmed() {
        Sent sent = Sent.payments("Period,Supplier,Amount", "202304,Acme Ltd,100.00", "202305,Bolt Ltd,50.00");

        assertThat(sent.values("date")).containsExactly("2023-04-01", "2023-05-01");
        assertThat(sent.doubts())
                .singleElement()
                .satisfies(
                        doubt -> assertThat(doubt.message()).contains("'Period'", "202304 is April 2023", "Confirm"));
    }

    @ParameterizedTest
    @CsvSource({"2023-04/2023-05,2023-04-01", "2023-07/2023-08,2023-07-01", "2023-04/2024-03,2023-07-01"})
    void the_period_of_the_delivery_says_whether_they_count_from_april(String period, String day) {
        String rest = period.endsWith("03") ? "202301" : "202305";

        Sent sent = Sent.payments(
                about(period), "Period,Supplier,Amount", "202304,Acme Ltd,100.00", rest + ",Bolt Ltd,50.00");

        assertThat(sent.values("date")).first().isEqualTo(day);
        assertThat(sent.doubts()).isEmpty();
    }

    @Test
    void a_month_in_figures_needs_no_confirmation_under_a_header_that_says_so() {
        Sent sent = Sent.payments("Payment Month,Supplier,Amount", "202304,Acme Ltd,100.00");

        assertThat(sent.values("date")).containsExactly("2023-04-01");
        assertThat(sent.doubts()).isEmpty();
    }

    @Test
    void a_month_by_name_takes_its_year_from_the_title() {
        Sent sent = Sent.payments(
                "Payments over \u00A3500 2023/24,,", "Month,Supplier,Amount", "April,Acme Ltd,100.00", "Jan,Bolt,5.00");

        assertThat(sent.values("date")).containsExactly("2023-04-01", "2024-01-01");
        assertThat(sent.doubts())
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.message()).contains("without a year", "the title", "2023-04"));
    }

    @Test
    void a_month_by_name_takes_its_year_from_the_period_without_a_question() {
        Sent sent = Sent.payments(
                about("2023-04/2024-03"), "Month,Supplier,Amount", "April,Acme Ltd,100.00", "March,Bolt Ltd,5.00");

        assertThat(sent.values("date")).containsExactly("2023-04-01", "2024-03-01");
        assertThat(sent.doubts()).isEmpty();
    }

    @Test
    void a_day_without_a_year_takes_it_from_the_period_or_the_files_name() {
        String[] lines = {"Date,Supplier,Amount", "10-Apr,Acme Ltd,100.00", "28 March,Bolt Ltd,5.00"};

        Sent period = Sent.payments(about("2023-04"), lines);
        Sent named = Sent.of(Sent.bytes(lines), "spend-april-2023.csv", Layouts.PAYMENTS, ReadingOptions.NONE);

        assertThat(period.values("date")).containsExactly("2023-04-10", "2023-03-28");
        assertThat(named.values("date")).containsExactly("2023-04-10", "2023-03-28");
        assertThat(named.doubts()).isNotEmpty();
    }

    @Test
    void without_anything_that_says_the_year_each_row_is_refused_with_what_to_do() {
        Sent sent = Sent.payments("Month,Supplier,Amount", "April,Acme Ltd,100.00");

        assertThat(sent.refusals()).containsExactly(ProblemType.AMBIGUOUS_DATE);
        assertThat(sent.outcomes().refused().getFirst().problems().getFirst().message())
                .contains("'April'", "no year", "send the file with the period");
    }

    @Test
    void figures_alone_are_a_day_where_the_period_bears_them_out() {
        String[] lines = {"Date,Supplier,Amount", "010423,Acme Ltd,100.00", "10423,Bolt Ltd,5.00", "280423,Carr,1.00"};

        Sent sent = Sent.payments(about("2023-04"), lines);
        Sent unknown = Sent.payments(lines);

        assertThat(sent.values("date")).containsExactly("2023-04-01", "2023-04-01", "2023-04-28");
        assertThat(unknown.outcomes().accepted()).isEmpty();
        assertThat(unknown.refusals()).hasSize(3);
    }

    @Test
    void a_year_beside_a_month_by_name_is_still_joined_with_it() {
        Sent sent = Sent.payments("Year,Month,Supplier,Amount", "2023,April,Acme Ltd,100.00", "2024,May,Bolt,5.00");

        assertThat(sent.values("date")).containsExactly("2023-04-01", "2024-05-01");
    }
}
