package org.totalplace.gateway.page.feed;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The report of a delivery as a service answers it; a part is null until it is known.
 *
 * @param mapping which column was taken for which field
 * @param unmapped headers of columns that were not used
 */
record DeliveryReport(
        UUID id,
        String feed,
        String agency,
        String status,
        File file,
        List<Column> mapping,
        List<String> unmapped,
        @Nullable Rows rows,
        @Nullable Amount amount,
        @Nullable Period period,
        List<ProblemGroup> problems,
        @Nullable Object receipt) {

    record File(
            String name,
            long bytes,
            String sha256,
            @Nullable String container,
            @Nullable String encoding,
            @Nullable Integer headerRow) {}

    /** @param confidence from 0 to 1 */
    record Column(
            String field,
            @Nullable String header,
            BigDecimal confidence,
            @Nullable String why) {}

    record Rows(long read, long accepted, long refused, long blank, long setAside) {}

    /** In pounds. */
    record Amount(
            @Nullable BigDecimal accepted,
            @Nullable BigDecimal refused,
            @Nullable BigDecimal declared,
            @Nullable BigDecimal difference) {}

    record Period(String from, String to) {}

    /** @param share of the rows, from 0 to 1 */
    record ProblemGroup(String type, long count, @Nullable BigDecimal share, List<Example> examples) {

        ProblemGroup {
            examples = examples == null ? List.of() : List.copyOf(examples);
        }
    }

    record Example(
            @Nullable Long row,
            @Nullable String column,
            @Nullable String cell,
            String message) {}

    DeliveryReport {
        mapping = mapping == null ? List.of() : List.copyOf(mapping);
        unmapped = unmapped == null ? List.of() : List.copyOf(unmapped);
        problems = problems == null ? List.of() : List.copyOf(problems);
    }
}
