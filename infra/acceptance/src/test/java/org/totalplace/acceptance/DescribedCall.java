package org.totalplace.acceptance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A call as an OpenAPI description tells it.
 *
 * @param body what a body that fits looks like; empty if it has none that is JSON
 */
record DescribedCall(String method, String path, List<Parameter> parameters, Optional<Object> body) {

    private static final List<String> DESCRIPTIONS =
            List.of("/v3/api-docs", "/docs/openapi/spend", "/docs/openapi/journey", "/docs/openapi/outcomes");
    private static final String SOMETHING = "0b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a11";
    private static final int DEEPEST = 4;

    /** What names of parameters and fields mean in the sample place. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("year", "2024-25"),
            Map.entry("agency", "county"),
            Map.entry("phase", "payment"),
            Map.entry("map", "older-person-leaving-hospital"),
            Map.entry("journey", "older-person-leaving-hospital"),
            Map.entry("measure", "ons-worthwhile"),
            Map.entry("groupBy", "agency"),
            Map.entry("by", "area"),
            Map.entry("version", "r1"),
            Map.entry("from", "2024-04"),
            Map.entry("to", "2024-09"),
            Map.entry("month", "2024-05"));

    /** One that is not in the body. */
    record Parameter(String in, String name, boolean required, String value) {}

    /** Of everything that the gateway and the services describe. */
    static List<DescribedCall> all(Api api) throws IOException, InterruptedException {
        List<DescribedCall> calls = new ArrayList<>();
        for (String description : DESCRIPTIONS) {
            JsonNode document = api.json(WhoMay.NOBODY, description);
            for (var path : document.path("paths").properties()) {
                for (var operation : path.getValue().properties()) {
                    calls.add(read(document, path.getKey(), operation.getKey(), operation.getValue()));
                }
            }
        }
        return calls;
    }

    private static DescribedCall read(JsonNode document, String path, String method, JsonNode operation) {
        List<Parameter> parameters = operation
                .path("parameters")
                .valueStream()
                .map(parameter -> new Parameter(
                        parameter.path("in").asString(),
                        parameter.path("name").asString(),
                        parameter.path("required").asBoolean(),
                        String.valueOf(fitting(
                                document,
                                parameter.path("schema"),
                                parameter.path("name").asString(),
                                0))))
                .toList();
        JsonNode schema = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        Optional<Object> body =
                schema.isMissingNode() ? Optional.empty() : Optional.of(fitting(document, schema, "", 0));
        return new DescribedCall(method.toUpperCase(Locale.ROOT), path, parameters, body);
    }

    private static Object fitting(JsonNode document, JsonNode told, String name, int depth) {
        JsonNode schema =
                told.has("$ref") ? document.at(told.path("$ref").asString().substring(1)) : told;
        JsonNode choice = schema.path("enum").path(0);
        if (choice.isString()) {
            return choice.asString();
        }
        String type = schema.path("type").isArray()
                ? schema.path("type").path(0).asString()
                : schema.path("type").asString("");
        return switch (type) {
            case "integer" -> 1;
            case "number" -> 1.5;
            case "boolean" -> true;
            case "array" ->
                depth < DEEPEST ? List.of(fitting(document, schema.path("items"), name, depth + 1)) : List.of();
            case "object" -> object(document, schema, depth);
            default -> text(schema.path("format").asString(""), name);
        };
    }

    private static Map<String, Object> object(JsonNode document, JsonNode schema, int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (depth < DEEPEST) {
            for (var member : schema.path("properties").properties()) {
                members.put(member.getKey(), fitting(document, member.getValue(), member.getKey(), depth + 1));
            }
        }
        return members;
    }

    private static String text(String format, String name) {
        return switch (format) {
            case "uuid" -> SOMETHING;
            case "date" -> "2024-05-01";
            case "date-time" -> "2024-05-01T09:00:00Z";
            default -> KNOWN.getOrDefault(name, name.equals("feed") ? "county-payments" : "matrix");
        };
    }
}
