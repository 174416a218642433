package org.totalplace.gateway.page.person;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The links that wait for a steward, as citizen-journey-service lists them: levels of likeness, nothing personal. */
record DoubtfulAnswer(List<Link> results, @Nullable Paging paging) {

    record Link(
            List<End> subjects,
            BigDecimal weight,
            BigDecimal probability,
            @Nullable String reason,
            @Nullable Evidence evidence) {

        Link {
            subjects = subjects == null ? List.of() : List.copyOf(subjects);
        }
    }

    /** One agency's record. */
    record End(String subject, String agency, String personId) {}

    /** Weights are log2 of odds; together they are the link's. */
    record Evidence(
            @Nullable BigDecimal prior,
            List<Comparison> comparisons,
            @Nullable BigDecimal adjustment) {

        Evidence {
            comparisons = comparisons == null ? List.of() : List.copyOf(comparisons);
        }
    }

    record Comparison(
            String field, @Nullable String level, @Nullable String meaning, BigDecimal weight) {}

    record Paging(@Nullable String next) {}

    DoubtfulAnswer {
        results = results == null ? List.of() : List.copyOf(results);
    }

    /** Where the list goes on; null at its end. */
    @Nullable
    String next() {
        return paging == null ? null : paging.next();
    }
}
