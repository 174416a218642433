package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;

/** Of several amounts the one without VAT is taken, however its header says so. */
class NetAndGrossTests {

    private static MappedColumn amount(Sent sent) {
        return sent.mapping().columns().stream()
                .filter(column -> column.field().equals("amount"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Spend (excl VAT)",
                "Payment net of VAT",
                "Expenditure (excl. VAT)",
                "Paid (ex VAT)",
                "Invoice Net",
                "Net Invoice",
                "Total Net",
                "Net (ex VAT)",
                "Net Spend",
                "Value ex-VAT",
                "Cost (exc VAT)",
                "Line Value Excl VAT",
                "Total Cost Net of VAT",
                "Sum excluding VAT",
                "Ex VAT",
                "VAT Exclusive",
                "Price (exVAT)",
                "Amount (excl tax)",
                "Payment excluding reclaimable VAT",
                "Net Payment (\u00A3)"
            })
    void net_is_preferred_to_gross_and_needs_no_confirmation(String net) {
        Sent beside =
                Sent.payments("Date,Supplier," + net + ",VAT,Gross Amount", "01/04/2025,Acme Ltd,100.50,20.10,120.60");
        Sent alone = Sent.payments("Date,Supplier," + net, "01/04/2025,Acme Ltd,100", "02/04/2025,Bolt Ltd,7");

        assertThat(beside.values("amount")).containsExactly("100.50");
        assertThat(amount(beside).why()).contains("net of", "Gross Amount");
        assertThat(alone.values("amount")).containsExactly("100.00", "7.00");
        assertThat(amount(alone).confidence()).isGreaterThanOrEqualTo(Mapping.DOUBTFUL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gross (inc VAT)", "Spend inc VAT", "Invoice Gross", "Paid incl. VAT", "Gross Payment"})
    void gross_is_taken_where_it_stands_alone_and_told(String gross) {
        Sent sent = Sent.payments("Date,Supplier," + gross, "01/04/2025,Acme Ltd,100", "02/04/2025,Bolt Ltd,7");

        assertThat(sent.values("amount")).containsExactly("100.00", "7.00");
        assertThat(amount(sent).why()).contains("no column without VAT was found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Payment Total",
                "Sum of Value",
                "GBP",
                "Price",
                "Value of Transaction (\u00A3)",
                "Sum Paid",
                "Actuals",
                "Debit",
                "Total Line Value"
            })
    void any_words_that_say_only_money_are_the_amount(String header) {
        Sent sent = Sent.payments("Date,Supplier," + header, "01/04/2025,Acme Ltd,100", "02/04/2025,Bolt Ltd,7");

        assertThat(sent.values("amount")).containsExactly("100.00", "7.00");
        assertThat(amount(sent).confidence()).isGreaterThanOrEqualTo(Mapping.DOUBTFUL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invoice Line", "Payment Document", "Line Item", "Invoice", "Order Value", "Unit Price"})
    void numbers_of_documents_and_values_of_something_else_are_no_amount(String header) {
        Problem problem = Sent.refusal("Date,Supplier," + header, "01/04/2025,Acme Ltd,100", "02/04/2025,Bolt Ltd,7");

        assertThat(problem.message()).startsWith("No column for the amount was found");
    }

    @Test
    void a_column_about_net_things_that_are_no_money_is_none() {
        Sent sent = Sent.payments("Date,Supplier,Net Weight,Amount", "01/04/2025,Acme Ltd,12,100.50");

        assertThat(sent.values("amount")).containsExactly("100.50");
    }
}
