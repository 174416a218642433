package org.totalplace.gateway.page.place;

import java.math.BigDecimal;
import java.util.List;

/** Payments between partners as spend-service answers them. */
record Transfers(List<Transfer> results) {

    /** @param status {@code eliminated} or {@code one-sided} */
    record Transfer(String payer, String payee, BigDecimal amount, long lines, String status) {}

    Transfers {
        results = results == null ? List.of() : List.copyOf(results);
    }
}
