package org.totalplace.gateway.page.place;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Published;

/** Budget, revised budget, outturn and payments side by side, as spend-service answers them; amounts in pounds. */
record PhasesAnswer(List<OfAgency> agencies) {

    private static final String NOT_DELIVERED = "x";

    /** Absent is what the agency has not delivered. */
    record OfAgency(
            String agency,
            @Nullable String name,
            @Nullable BigDecimal budget,
            @Nullable BigDecimal revised,
            @Nullable BigDecimal outturn,
            @Nullable BigDecimal payment,
            @Nullable BigDecimal outturnLessBudget) {

        public String words() {
            return name == null ? agency : name;
        }

        public String shown(@Nullable BigDecimal pounds) {
            return Published.pounds(pounds, NOT_DELIVERED);
        }
    }

    PhasesAnswer {
        agencies = agencies == null ? List.of() : List.copyOf(agencies);
    }

    /** Whether any agency delivered a budget or an outturn: payments alone are shown elsewhere. */
    public boolean beyondPayments() {
        return agencies.stream()
                .anyMatch(each -> each.budget() != null || each.revised() != null || each.outturn() != null);
    }
}
