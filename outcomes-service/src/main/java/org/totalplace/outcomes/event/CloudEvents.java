package org.totalplace.outcomes.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.totalplace.starter.problem.FieldError;
import tools.jackson.databind.JsonNode;

/**
 * Observations as CloudEvents 1.0 in their JSON format (CNCF, "CloudEvents specification" and "JSON event format",
 * version 1.0.2): the context says which record and when, the data says what was observed.
 */
final class CloudEvents {

    static final String RECORDED = "org.totalplace.observation.recorded";
    static final String DELETED = "org.totalplace.observation.deleted";

    private static final Set<String> DATA =
            Set.of("recordId", "reference", "measure", "value", "observedAt", "observedBy", "method");

    private CloudEvents() {}

    /** What became of events. */
    sealed interface Read {

        /** Records, in the order of their events. */
        record Records(List<Map<String, Object>> records) implements Read {}

        /** Why no event of them is taken. */
        record Refused(List<FieldError> errors) implements Read {}
    }

    static Read read(List<JsonNode> events, boolean batched) {
        List<FieldError> errors = new ArrayList<>();
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            String path = batched ? "[" + i + "]." : "";
            JsonNode event = events.get(i);
            check(event, path, errors);
            if (errors.isEmpty()) {
                records.add(record(event));
            }
        }
        return errors.isEmpty() ? new Read.Records(records) : new Read.Refused(errors);
    }

    private static void check(JsonNode event, String path, List<FieldError> errors) {
        if (!event.isObject()) {
            errors.add(new FieldError("type-error", path.isEmpty() ? "$" : path, "An event is a JSON object."));
            return;
        }
        if (!event.path("specversion").asString("").equals("1.0")) {
            errors.add(new FieldError("constraint-error", path + "specversion", "Events are of specversion 1.0."));
        }
        for (String attribute : List.of("id", "source")) {
            if (event.path(attribute).asString("").isBlank()) {
                errors.add(new FieldError(
                        "required-value", path + attribute, "A CloudEvent has a text '" + attribute + "'."));
            }
        }
        String type = event.path("type").asString("");
        if (!type.equals(RECORDED) && !type.equals(DELETED)) {
            errors.add(new FieldError(
                    "constraint-error",
                    path + "type",
                    "The type is " + RECORDED + " or " + DELETED + ", not '" + type + "'."));
        }
        if (type.equals(RECORDED) && !event.path("data").isObject()) {
            errors.add(new FieldError(
                    "required-value", path + "data", "The data is a JSON object with the observation's fields."));
        }
        event.path("data").properties().stream()
                .filter(field ->
                        !DATA.contains(field.getKey()) || field.getValue().isContainer())
                .forEach(field -> errors.add(new FieldError(
                        "extra-label",
                        path + "data." + field.getKey(),
                        "An observation has the plain fields "
                                + String.join(", ", DATA.stream().sorted().toList()) + ".")));
    }

    /** The record's id is that of the data, else the event's subject, else the event's own. */
    private static Map<String, Object> record(JsonNode event) {
        Map<String, Object> record = new LinkedHashMap<>();
        String id = event.path("id").asString();
        record.put("recordId", event.path("subject").asString(id));
        if (event.has("time")) {
            record.put("observedAt", event.path("time").asString());
        }
        event.path("data").properties().forEach(field -> record.put(field.getKey(), field.getValue()));
        if (event.path("type").asString("").equals(DELETED)) {
            EventLines.takeBack(record);
        }
        // The same event twice is the same line, another event with the same data is not.
        record.put("deliveredAs", event.path("source").asString() + " " + id);
        return record;
    }
}
