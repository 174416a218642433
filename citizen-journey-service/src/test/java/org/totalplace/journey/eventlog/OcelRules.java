package org.totalplace.journey.eventlog;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules of OCEL 2.0 in its JSON form, written from the facts of its specification: what a log breaks of them. */
public final class OcelRules {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> TYPES = Set.of("string", "time", "integer", "float", "boolean");

    private final List<String> violations = new ArrayList<>();
    private final Set<String> objects = new HashSet<>();

    private OcelRules() {}

    public static List<String> violations(String text) {
        OcelRules rules = new OcelRules();
        rules.check(JSON.readTree(text));
        return rules.violations;
    }

    /** The ids of objects of a type. */
    public static List<String> ids(String text, String type) {
        List<String> ids = new ArrayList<>();
        JSON.readTree(text).path("objects").forEach(object -> {
            if (object.path("type").asString().equals(type)) {
                ids.add(object.path("id").asString());
            }
        });
        return ids;
    }

    private void check(JsonNode log) {
        Set<String> members = new HashSet<>(log.propertyNames());
        require(
                members.equals(Set.of("objectTypes", "eventTypes", "objects", "events")),
                "the log has exactly its four members, not " + members);
        Map<String, Map<String, String>> objectTypes = types(log.path("objectTypes"));
        Map<String, Map<String, String>> eventTypes = types(log.path("eventTypes"));
        log.path("objects").forEach(object -> {
            require(objects.add(id(object)), "an id of an object is used once: " + id(object));
            instance(object, objectTypes, true);
        });
        Set<String> events = new HashSet<>();
        log.path("events").forEach(event -> {
            require(events.add(id(event)), "an id of an event is used once: " + id(event));
            time(event.path("time"));
            instance(event, eventTypes, false);
            require(!event.path("relationships").isEmpty(), "an event has an object: " + id(event));
        });
        log.path("objects").forEach(this::relations);
        log.path("events").forEach(this::relations);
    }

    private Map<String, Map<String, String>> types(JsonNode list) {
        require(list.isArray(), "types are a list");
        Map<String, Map<String, String>> types = new HashMap<>();
        list.forEach(type -> {
            Map<String, String> attributes = new HashMap<>();
            type.path("attributes").forEach(attribute -> {
                String of = attribute.path("type").asString();
                require(TYPES.contains(of), "an attribute has a known type, not " + of);
                attributes.put(attribute.path("name").asString(), of);
            });
            require(type.path("name").isString(), "a type has a name");
            require(types.put(type.path("name").asString(), attributes) == null, "a type is declared once");
        });
        return types;
    }

    private void instance(JsonNode of, Map<String, Map<String, String>> types, boolean isObject) {
        Map<String, String> declared = types.get(of.path("type").asString());
        require(of.path("id").isString() && !id(of).isEmpty(), "an id is a text");
        require(declared != null, "a type is declared: " + of.path("type"));
        of.path("attributes").forEach(attribute -> {
            String name = attribute.path("name").asString();
            require(declared != null && declared.containsKey(name), "an attribute is declared: " + name);
            require(!attribute.path("value").isMissingNode(), "an attribute has a value: " + name);
            if (isObject) {
                time(attribute.path("time"));
            }
            if (declared != null && "time".equals(declared.get(name))) {
                time(attribute.path("value"));
            }
        });
    }

    private void relations(JsonNode of) {
        of.path("relationships").forEach(relation -> {
            require(
                    objects.contains(relation.path("objectId").asString()),
                    "a relationship leads to an object of the log: " + relation);
            require(relation.path("qualifier").isString(), "a relationship has a qualifier: " + relation);
        });
    }

    private void time(JsonNode time) {
        try {
            OffsetDateTime.parse(time.asString());
        } catch (DateTimeParseException e) {
            violations.add("a time is written as RFC 3339 has it, not " + time);
        }
    }

    private static String id(JsonNode of) {
        return of.path("id").asString();
    }

    private void require(boolean kept, String rule) {
        if (!kept) {
            violations.add(rule);
        }
    }
}
