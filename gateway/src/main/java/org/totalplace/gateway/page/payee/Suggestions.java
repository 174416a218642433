package org.totalplace.gateway.page.payee;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Money;
import org.totalplace.value.Pence;

/** Names of payees that might mean a public body, as spend-service lists them, most money first. */
record Suggestions(List<Suggestion> results) {

    /** @param payee one of the name's spellings */
    record Suggestion(String payee, int spellings, BigDecimal amount, long lines, List<Candidate> candidates) {

        Suggestion {
            candidates = candidates == null ? List.of() : List.copyOf(candidates);
        }

        public String shownAmount() {
            return Money.shown(Pence.ofPounds(amount));
        }
    }

    /** A body that the name might mean: an agency of the place, or another official body by its code. */
    record Candidate(
            @Nullable String agency,
            @Nullable String body,
            String name,
            BigDecimal score,
            @Nullable String evidence) {

        /** As the form sends it. */
        public String choice() {
            return agency == null ? "body:" + body : "agency:" + agency;
        }
    }

    Suggestions {
        results = results == null ? List.of() : List.copyOf(results);
    }

    /** Where a name stands in the list; nowhere once it is decided. */
    OptionalInt place(String payee) {
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).payee().equals(payee)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
