package org.totalplace.spend.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaymentRowTests {

    @Test
    void takes_the_service_as_printed_but_for_the_space_in_it() {
        assertThat(PaymentRow.service(" Policy  Culture and\nCommunication "))
                .isEqualTo("Policy Culture and Communication");
        assertThat(PaymentRow.service("  ")).isEqualTo("not-stated");
        assertThat(PaymentRow.service(null)).isEqualTo("not-stated");
    }

    @Test
    void tells_capital_from_revenue_and_both_from_silence() {
        assertThat(PaymentRow.capital("Capital")).isTrue();
        assertThat(PaymentRow.capital(" c ")).isTrue();
        assertThat(PaymentRow.capital("R")).isFalse();
        assertThat(PaymentRow.capital("REVENUE")).isFalse();
        assertThat(PaymentRow.capital("Goods")).isNull();
        assertThat(PaymentRow.capital(null)).isNull();
    }

    @Test
    void knows_payments_by_card() {
        assertThat(PaymentRow.card("GPC")).isTrue();
        assertThat(PaymentRow.card("No")).isFalse();
        assertThat(PaymentRow.card(null)).isFalse();
    }
}
