package org.totalplace.gateway.page.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Words;
import tools.jackson.databind.JsonNode;

/**
 * How a file would be read, as a service answers it: the report that it would get, and its first rows as read.
 *
 * @param first by field; what says something of a person is left out by the service
 */
record PreviewAnswer(
        String feed,
        String agency,
        DeliveryReport.File file,
        List<DeliveryReport.Column> mapping,
        List<String> unmapped,
        DeliveryReport.@Nullable Rows rows,
        DeliveryReport.@Nullable Amount amount,
        DeliveryReport.@Nullable Period period,
        List<DeliveryReport.ProblemGroup> problems,
        List<Map<String, JsonNode>> first) {

    /** A file that was only looked at has none of its own. */
    private static final UUID NONE = new UUID(0, 0);

    /** The first rows with the fields that any of them has. */
    record FirstRows(List<String> heads, List<List<String>> rows) {}

    PreviewAnswer {
        first = first == null ? List.of() : List.copyOf(first);
    }

    DeliveryReport report() {
        return new DeliveryReport(
                NONE, feed, agency, "preview", file, mapping, unmapped, rows, amount, period, problems, null);
    }

    FirstRows firstRows() {
        Map<String, String> heads = new LinkedHashMap<>();
        first.forEach(row -> row.keySet().forEach(field -> heads.put(field, Words.field(field))));
        List<List<String>> shown = new ArrayList<>();
        for (Map<String, JsonNode> row : first) {
            shown.add(heads.keySet().stream().map(field -> cell(row.get(field))).toList());
        }
        return new FirstRows(List.copyOf(heads.values()), shown);
    }

    private static String cell(@Nullable JsonNode value) {
        return value == null || value.isNull() ? "" : value.asString();
    }
}
