package org.totalplace.gateway.page.place;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The whole-area count as spend-service answers it; amounts in pounds.
 *
 * @param missing agencies without any delivery of the year
 * @param incomplete agencies that are counted though months are not covered
 * @param groups the same count by function
 * @param perHead pounds for each inhabitant
 * @param lastRevision the last change of the year's money
 */
record WholeArea(
        @Nullable JsonNode place,
        @Nullable String asOf,
        BigDecimal gross,
        BigDecimal eliminated,
        BigDecimal apportioned,
        BigDecimal net,
        @Nullable BigDecimal unresolvedShare,
        List<JsonNode> missing,
        List<Incomplete> incomplete,
        List<Part> agencies,
        List<Part> groups,
        @Nullable PerHead perHead,
        @Nullable Quality quality,
        @Nullable Revision lastRevision) {

    /** One agency's or function's part of it. */
    record Part(
            @Nullable String agency,
            @Nullable String name,
            @Nullable String function,
            @Nullable String functionName,
            BigDecimal gross,
            BigDecimal eliminated,
            BigDecimal apportioned,
            BigDecimal net,
            long lines) {}

    record PerHead(
            @Nullable BigDecimal gross,
            @Nullable BigDecimal net,
            @Nullable Long population,
            @Nullable String source,
            @Nullable String year) {}

    /** @param grade {@code A} to {@code D} */
    record Quality(@Nullable String grade) {}

    record Revision(@Nullable String at, @Nullable String note) {}

    /** @param months like {@code 2024-04} */
    record Incomplete(String agency, List<String> months) {}

    WholeArea {
        missing = missing == null ? List.of() : List.copyOf(missing);
        incomplete = incomplete == null ? List.of() : List.copyOf(incomplete);
        agencies = agencies == null ? List.of() : List.copyOf(agencies);
        groups = groups == null ? List.of() : List.copyOf(groups);
    }
}
