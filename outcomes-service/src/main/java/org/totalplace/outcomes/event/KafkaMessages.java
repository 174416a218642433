package org.totalplace.outcomes.event;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events as Kafka carries them (CNCF, "Kafka protocol binding for CloudEvents", version 1.0.2): in binary mode the
 * context is in headers and the value is the data; in structured mode the value is the whole event.
 */
final class KafkaMessages {

    private static final String PREFIX = "ce_";
    private static final String CONTENT_TYPE = "content-type";
    private static final String STRUCTURED = "application/cloudevents";
    private static final String JSON = "json";

    private KafkaMessages() {}

    /** @param headers by name; of several with one name the last */
    static CloudEvents.Read read(Map<String, String> headers, byte @Nullable [] value, JsonMapper json) {
        String type = headers.getOrDefault(CONTENT_TYPE, "application/json").toLowerCase(Locale.ROOT);
        String plain = type.replaceAll(";.*", "").strip();
        if (!plain.endsWith("/" + JSON) && !plain.endsWith("+" + JSON)) {
            return refused(
                    "constraint-error", CONTENT_TYPE, "The data of an event is application/json, not '" + plain + "'.");
        }
        boolean whole = plain.startsWith(STRUCTURED);
        try {
            JsonNode said = value == null || value.length == 0 ? null : json.readTree(value);
            JsonNode event = whole ? Objects.requireNonNullElse(said, json.nullNode()) : event(headers, said, json);
            return CloudEvents.read(List.of(event), false);
        } catch (JacksonException broken) {
            return refused("format-error", whole ? "$" : "data", "The value is not valid JSON.");
        }
    }

    private static JsonNode event(Map<String, String> headers, @Nullable JsonNode data, JsonMapper json) {
        ObjectNode event = json.createObjectNode();
        headers.forEach((name, text) -> {
            if (name.startsWith(PREFIX)) {
                event.put(name.substring(PREFIX.length()), text);
            }
        });
        if (data != null) {
            event.set("data", data);
        }
        return event;
    }

    private static CloudEvents.Read refused(String code, String path, String message) {
        return new CloudEvents.Read.Refused(List.of(new FieldError(code, path, message)));
    }
}
