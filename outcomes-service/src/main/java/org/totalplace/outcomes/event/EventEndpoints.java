package org.totalplace.outcomes.event;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.problem.FieldError;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes single observations and CloudEvents: each request is a delivery of its feed, with its report. */
@RestController
@RequestMapping("/api/v1/outcomes/feeds/{feed}")
@Tag(name = "Single observations and events")
class EventEndpoints {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCHED = "application/cloudevents-batch+json";
    private static final int MOST = 1_000;

    private final EventDesk desk;
    private final EventsOnce once;
    private final JsonMapper json;

    EventEndpoints(EventDesk desk, EventsOnce once, JsonMapper json) {
        this.desk = desk;
        this.once = once;
        this.json = json;
    }

    @PostMapping(path = "/events", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "One observation, or an array of them",
            description = "Fields as in files; `deleted: true` takes a record back. 202 and the report's Location.")
    Mono<ResponseEntity<Map<String, Object>>> records(
            @PathVariable("feed") String feed,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody byte[] body,
            Caller caller) {
        String deliveredAs = key == null ? UUID.randomUUID().toString() : key;
        List<Map<String, Object>> records = new ArrayList<>();
        for (JsonNode node : nodes(body)) {
            if (!node.isObject()) {
                throw Problem.badInput("$", "type-error", "An observation is a JSON object.");
            }
            Map<String, Object> record = new LinkedHashMap<>();
            node.properties().forEach(field -> record.put(field.getKey(), field.getValue()));
            if (node.path("deleted").asBoolean(false)) {
                EventLines.takeBack(record);
            }
            record.put("deliveredAs", deliveredAs);
            records.add(record);
        }
        return delivered(feed, desk.deliver(feed, EventLines.of(records, json), caller));
    }

    @PostMapping(path = "/events", consumes = STRUCTURED)
    @Operation(
            summary = "One CloudEvent 1.0 in structured mode",
            description = "One that is sent again, by its source and id, counts once: 202 and the report of the first.")
    Mono<ResponseEntity<Map<String, Object>>> structured(
            @PathVariable("feed") String feed, @RequestBody byte[] body, Caller caller) {
        return delivered(feed, once.deliver(feed, read(List.of(node(body)), false), caller));
    }

    @PostMapping(path = "/events", consumes = BATCHED)
    @Operation(
            summary = "A batch of CloudEvents 1.0",
            description =
                    "All of them or none are taken; those that were taken before, by source and id, are left out.")
    Mono<ResponseEntity<Map<String, Object>>> batched(
            @PathVariable("feed") String feed, @RequestBody byte[] body, Caller caller) {
        if (!node(body).isArray()) {
            throw Problem.badInput("$", "type-error", "A batch is a JSON array of events.");
        }
        return delivered(feed, once.deliver(feed, read(nodes(body), true), caller));
    }

    @DeleteMapping("/records/{recordId}")
    @Operation(summary = "Take one record back", description = "202 and the report's Location.")
    Mono<ResponseEntity<Map<String, Object>>> delete(
            @PathVariable("feed") String feed, @PathVariable("recordId") String recordId, Caller caller) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("recordId", recordId);
        EventLines.takeBack(record);
        record.put("deliveredAs", UUID.randomUUID().toString());
        return delivered(feed, desk.deliver(feed, EventLines.of(List.of(record), json), caller));
    }

    private static Mono<ResponseEntity<Map<String, Object>>> delivered(
            String feed, Mono<Map<String, Object>> delivery) {
        return delivery.map(report -> ResponseEntity.accepted()
                .location(URI.create("/api/v1/outcomes/feeds/" + feed + "/deliveries/" + report.get("id")))
                .body(report));
    }

    private static List<Map<String, Object>> read(List<JsonNode> events, boolean batched) {
        return switch (CloudEvents.read(events, batched)) {
            case CloudEvents.Read.Records(List<Map<String, Object>> records) -> records;
            case CloudEvents.Read.Refused(List<FieldError> errors) -> {
                FieldError first = errors.getFirst();
                throw Problem.badInput(first.path(), first.code(), first.message());
            }
        };
    }

    private List<JsonNode> nodes(byte[] body) {
        JsonNode node = node(body);
        List<JsonNode> nodes = node.isArray() ? new ArrayList<>(node.values()) : List.of(node);
        if (nodes.isEmpty() || nodes.size() > MOST) {
            throw Problem.badInput(
                    "$",
                    "row-count",
                    "A request has 1 to " + MOST + " observations, not " + nodes.size() + "; send more as a file.");
        }
        return nodes;
    }

    private JsonNode node(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException broken) {
            throw Problem.badInput("$", "format-error", "The body is not valid JSON.");
        }
    }
}
