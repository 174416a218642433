package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.intake.layout.Layouts;

/** Files that name months, or no time at all, where the day of each payment would be. */
class MonthsTests {

    private static final ReadingOptions APRIL = ReadingOptions.NONE.withPeriod(Period.parse("2023-04"));

    @Nested
    class WhenTheColumnHasMonths {

        @Test
        void each_row_is_dated_the_first_day_and_that_is_told() {
            Sent sent = Sent.payments(
                    "Month,Supplier,Amount", "Apr-23,Acme Ltd,100.00", "May-23,Bolt Ltd,50.00", "Total,,150.00");

            assertThat(sent.values("date")).containsExactly("2023-04-01", "2023-05-01");
            assertThat(sent.outcomes().refused()).isEmpty();
            assertThat(sent.problems())
                    .extracting(Problem::message)
                    .anySatisfy(message -> assertThat(message).contains("'Month'", "the first day"));
        }

        @Test
        void a_column_of_days_is_preferred() {
            Sent sent = Sent.payments("Month,Date Paid,Supplier,Amount", "Apr-23,14/04/2023,Acme Ltd,100.00");

            assertThat(sent.values("date")).containsExactly("2023-04-14");
        }

        @Test
        void a_year_and_a_period_say_the_month_together() {
            Sent sent = Sent.payments(
                    "Financial Year,Period,Supplier,Amount",
                    "2023/24,1,Acme Ltd,100.00",
                    "2023/24,10,Bolt Ltd,50.00",
                    "2023/24,12,Bolt Ltd,7.00");

            assertThat(sent.values("date")).containsExactly("2023-04-01", "2024-01-01", "2024-03-01");
            assertThat(sent.mapped()).containsEntry("date", "Financial Year + Period");
        }

        @Test
        void a_quarter_and_a_year_say_it_too() {
            Sent sent = Sent.payments(
                    "Supplier,Quarter,Year,Amount", "Acme Ltd,Q2,2023-24,100.00", "Bolt Ltd,Q2,2023-24,50.00");

            assertThat(sent.values("date")).containsExactly("2023-07-01", "2023-07-01");
        }
    }

    @Nested
    class WhenNoColumnSaysTheDay {

        private final String[] lines = {
            "Supplier,Service,Amount",
            "Acme Ltd,Roads,100.00",
            "Bolt Ltd,Parks,100.00",
            "Redacted Personal Data,Adults,25.00",
            ",,225.00",
            "Report run on 03/05/2023"
        };

        @Test
        void the_period_of_the_delivery_does_and_that_is_told() {
            Sent sent = Sent.payments(APRIL, lines);

            assertThat(sent.values("date")).containsOnly("2023-04-01").hasSize(3);
            assertThat(sent.outcomes().refused()).isEmpty();
            assertThat(sent.outcomes().setAside()).hasSize(2);
            assertThat(sent.doubts()).isEmpty();
            assertThat(sent.problems())
                    .extracting(Problem::message)
                    .anySatisfy(message -> assertThat(message).contains("No column says the day", "2023-04-01"));
        }

        @Test
        void a_name_of_the_file_that_tells_the_month_has_to_be_confirmed() {
            Sent sent =
                    Sent.of(Sent.bytes(lines), "spend-over-500-april-2023.csv", Layouts.PAYMENTS, ReadingOptions.NONE);

            assertThat(sent.values("date")).containsOnly("2023-04-01").hasSize(3);
            assertThat(sent.doubts())
                    .extracting(Problem::message)
                    .anySatisfy(message -> assertThat(message).contains("file's name", "Confirm it"));
        }

        @Test
        void a_title_within_the_period_is_more_precise_than_the_period() {
            Sent sent = Sent.payments(
                    ReadingOptions.NONE.withPeriod(Period.parse("2023-04/2023-06")),
                    "Payments to suppliers in June 2023,,",
                    "Supplier,Service,Amount",
                    "Acme Ltd,Roads,100.00");

            assertThat(sent.values("date")).containsExactly("2023-06-01");
        }

        @Test
        void nothing_that_tells_refuses_the_file_with_what_to_do() {
            Problem problem = Sent.refusal(lines);

            assertThat(problem.type()).isEqualTo(ProblemType.MISSING_LABEL);
            assertThat(problem.message()).contains("date", "send it with the period");
        }

        @Test
        void two_payments_of_one_amount_are_no_total() {
            Sent sent = Sent.payments(APRIL, "Supplier,Amount", "Acme Ltd,100.00", "Bolt Ltd,100.00", "Total,200.00");

            assertThat(sent.outcomes().accepted()).hasSize(2);
            assertThat(sent.outcomes().setAside()).hasSize(1);
        }

        @Test
        void months_without_a_year_are_left_to_the_period() {
            Sent sent = Sent.payments(APRIL, "Month,Supplier,Amount", "April,Acme Ltd,100.00", "April,Bolt Ltd,50.00");

            assertThat(sent.values("date")).containsExactly("2023-04-01", "2023-04-01");
        }

        @Test
        void a_file_that_lacks_the_amount_as_well_is_refused() {
            Problem problem = Sent.refusal(Sent.bytes("Supplier,Service", "Acme Ltd,Roads"), "payments.csv", APRIL);

            assertThat(problem.message()).contains("the date or the amount");
        }
    }

    @Nested
    class WhenHeadingsStandBetweenTheRows {

        @Test
        void months_date_the_rows_below_them() {
            Sent sent = Sent.payments(
                    "Payee,Detail,Amount",
                    "April 2023,,",
                    "Acme Ltd,Gravel,100.00",
                    "May 2023,,",
                    "Bolt Ltd,Nuts,50.00",
                    "Acme Ltd,Gravel,1.00");

            assertThat(sent.values("date")).containsExactly("2023-04-01", "2023-05-01", "2023-05-01");
            assertThat(sent.outcomes().refused()).isEmpty();
            assertThat(sent.problems())
                    .extracting(Problem::message)
                    .anySatisfy(message -> assertThat(message).contains("Headings between the rows say the month"));
        }

        @Test
        void months_are_set_aside_where_a_column_has_the_days() {
            Sent sent = Sent.payments(
                    "Date,Payee,Amount",
                    "April 2023,,",
                    "03/04/2023,Acme Ltd,100.00",
                    "May 2023,,",
                    "04/05/2023,Bolt Ltd,5.00");

            assertThat(sent.values("date")).containsExactly("2023-04-03", "2023-05-04");
            assertThat(sent.outcomes().setAside()).hasSize(2);
            assertThat(sent.outcomes().refused()).isEmpty();
        }

        @Test
        void services_are_those_of_the_rows_below_them() {
            Sent sent = Sent.payments(
                    "Date,Payee,Amount",
                    "Adult Social Care,,",
                    "03/04/2023,Acme Ltd,100.00",
                    "Department: Highways,,",
                    "04/04/2023,Bolt Ltd,5.00",
                    "04/04/2023,Nut Ltd,6.00");

            assertThat(sent.values("service")).containsExactly("Adult Social Care", "Highways", "Highways");
            assertThat(sent.problems())
                    .extracting(Problem::message)
                    .anySatisfy(message -> assertThat(message).contains("'Adult Social Care', 'Highways'"));
        }

        @Test
        void they_say_nothing_where_a_column_names_the_service() {
            Sent sent = Sent.payments(
                    "Date,Payee,Service,Amount", "Adult Social Care,,,", "03/04/2023,Acme Ltd,Day care,100.00");

            assertThat(sent.values("service")).containsExactly("Day care");
        }
    }
}
