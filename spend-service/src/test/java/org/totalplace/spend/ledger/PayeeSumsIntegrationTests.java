package org.totalplace.spend.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.spend.PaymentsText.aPaymentsFile;

import java.math.BigDecimal;
import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.totalplace.spend.RunningSpendService;

/** The sums by payee are made after a delivery is posted; nobody must ever see that. */
class PayeeSumsIntegrationTests extends RunningSpendService {

    private static final String BY_PAYEE = "/api/v1/spend/totals?agency=ps-late&year=2009-10&groupBy=payee";

    private final LedgerFacts facts = new LedgerFacts(DATABASE);

    @BeforeEach
    void register() {
        door().register("ps-late", "Late Sums Council");
    }

    private void push(String month, String payee, String amount) {
        door().push(
                        "ps-late",
                        "2009-" + month,
                        aPaymentsFile()
                                .paying(payee, amount, "03/" + month + "/2009", "Parks")
                                .text());
    }

    private BigDecimal paidTo(String payee, String slice) {
        for (var total : door().asked(BY_PAYEE + slice).path("results")) {
            if (total.path("payee").asString().equals(payee)) {
                return total.path("amount").decimalValue();
            }
        }
        return BigDecimal.ZERO;
    }

    @Test
    void whoever_asks_by_payee_right_after_a_delivery_sees_it() {
        push("05", "Late Hedges", "12.34");

        assertThat(paidTo("Late Hedges", "")).isEqualByComparingTo("12.34");
    }

    @Test
    void a_question_waits_for_the_sums_that_are_due() throws Exception {
        try (Connection holding = facts.openTransaction()) {
            keepAnybodyFromSumming(holding);
            push("06", "Held Hedges", "5.00");
            CompletableFuture<BigDecimal> asked = CompletableFuture.supplyAsync(() -> paidTo("Held Hedges", ""));

            assertThat(facts.number("select count(*) from payee_sum_due")).isPositive();
            assertThat(asked).isNotDone();
            holding.rollback();
            assertThat(asked.get()).isEqualByComparingTo("5.00");
        }
    }

    @Test
    void a_delivery_that_is_restated_before_its_sums_were_made_never_counts_by_payee() throws Exception {
        String month = "";
        try (Connection holding = facts.openTransaction()) {
            // The service may be quicker than this test once, but not every time.
            for (int number = 7; number <= 12 && month.isEmpty(); number++) {
                String next = "%02d".formatted(number);
                push(next, "Early Hedges", "7.00");
                month = isHeld(holding) ? next : "";
            }
            assertThat(month).isNotEmpty();
            push(month, "Later Hedges", "8.00");
            holding.rollback();
        }

        String ofMonth = "&month=2009-" + month;
        assertThat(paidTo("Early Hedges", ofMonth)).isEqualByComparingTo("0");
        assertThat(paidTo("Later Hedges", ofMonth)).isEqualByComparingTo("8.00");
        assertThat(facts.differencesOfTotals()).isZero();
        assertThat(facts.differencesOfTotalsAt(facts.lastRevision() - 1)).isZero();
    }

    /** Whether something is due, which nobody can sum before this transaction has ended. */
    private static boolean isHeld(Connection connection) throws Exception {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select delivery from payee_sum_due for update")) {
            return rows.next();
        }
    }

    /** Deliveries can be posted, but their sums cannot be written. */
    private static void keepAnybodyFromSumming(Connection connection) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table payee_total in share row exclusive mode");
        }
    }
}
