package org.totalplace.outcomes.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Records as the lines that a feed of outcomes reads, one JSON object each. */
final class EventLines {

    /** What a deletion says where the record that it takes away said something; nobody reads it. */
    private static final Map<String, Object> NOTHING =
            Map.of("reference", "-", "measure", "-", "value", 0, "observedAt", "1970-01-01");

    private EventLines() {}

    /** @param records each with its fields, in the order in which they were sent */
    static byte[] of(List<Map<String, Object>> records, JsonMapper json) {
        return records.stream()
                .map(json::writeValueAsString)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Makes the record one that takes back whatever was said under its id. */
    static void takeBack(Map<String, Object> record) {
        NOTHING.forEach(record::putIfAbsent);
        record.put("deleted", "true");
    }
}
