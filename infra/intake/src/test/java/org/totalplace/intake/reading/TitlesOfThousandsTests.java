package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitlesOfThousandsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Payments over \u00A325,000 (\u00A3000s)",
                "Expenditure in \u00A3'000",
                "All amounts in thousands",
                "Spend (\u00A3k)",
                "Payments 2023/24 \u00A3m",
                "Amounts are shown in \u00A3 thousands"
            })
    void a_title_that_speaks_of_thousands_refuses_the_file(String title) {
        Problem problem = Sent.refusal('"' + title + "\",,", "Date,Supplier,Amount", "03/04/2023,Acme Ltd,26.50");

        assertThat(problem.message()).contains(title, "thousands", "in pounds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Payments over \u00A3500",
                "Payments over \u00A325,000",
                "Spend over \u00A325k in April 2023",
                "Payments above \u00A31 million",
                "Expenditure of \u00A325 thousand or more",
                "Invoices of 10 thousands of pounds or more"
            })
    void a_threshold_is_no_unit(String title) {
        Sent sent = Sent.payments('"' + title + "\",,", "Date,Supplier,Amount", "03/04/2023,Acme Ltd,26.50");

        assertThat(sent.values("amount")).containsExactly("26.50");
    }

    @Test
    void amounts_above_the_threshold_in_the_same_title_are_pounds_all_the_same() {
        Sent sent = Sent.payments(
                "\"Payments over \u00A325,000 (\u00A3000s)\",,",
                "Date,Supplier,Amount",
                "03/04/2023,Acme Ltd,\"26,500.00\"",
                "03/04/2023,Bolt Ltd,31250.10");

        assertThat(sent.values("amount")).containsExactly("26500.00", "31250.10");
        assertThat(sent.problems())
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).contains("they are pounds"));
    }
}
