package org.totalplace.journey.community.listing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Goes through all fields of a service, whatever part of it they are of: leaves out what the standard's type does not
 * allow and tells it, drops what is empty, and makes numbers of figures written as text.
 */
final class FieldChecks {

    private static final int DEEPEST = 20;
    private static final String NUL = "\0";

    private static final Set<String> NUMBERS = Set.of("minimum_age", "maximum_age", "latitude", "longitude", "amount");

    private static final Map<String, Predicate<String>> RULES = Map.ofEntries(
            Map.entry("url", Cells::isWebAddress),
            Map.entry("website", Cells::isWebAddress),
            Map.entry("logo", Cells::isWebAddress),
            Map.entry("uri", Cells::isWebAddress),
            Map.entry("schedule_link", Cells::isWebAddress),
            Map.entry("term_uri", Cells::isWebAddress),
            Map.entry("email", Cells::isEmail),
            Map.entry("assurer_email", Cells::isEmail),
            Map.entry("assured_date", text -> Cells.date(text).isPresent()),
            Map.entry("valid_from", text -> Cells.date(text).isPresent()),
            Map.entry("valid_to", text -> Cells.date(text).isPresent()),
            Map.entry("dtstart", text -> Cells.date(text).isPresent()),
            Map.entry("until", text -> Cells.date(text).isPresent()),
            Map.entry("last_modified", text -> Cells.moment(text).isPresent()),
            Map.entry("opens_at", text -> Cells.time(text).isPresent()),
            Map.entry("closes_at", text -> Cells.time(text).isPresent()),
            Map.entry("minimum_age", text -> isBetween(text, 0, 150)),
            Map.entry("maximum_age", text -> isBetween(text, 0, 150)),
            Map.entry("latitude", text -> isBetween(text, -90, 90)),
            Map.entry("longitude", text -> isBetween(text, -180, 180)),
            Map.entry("amount", text -> Cells.number(text).isPresent()));

    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("email", "an address like name@example.org"),
            Map.entry("assurer_email", "an address like name@example.org"),
            Map.entry("opens_at", "a time like 09:30"),
            Map.entry("closes_at", "a time like 17:30"),
            Map.entry("last_modified", "a moment like 2025-03-15T10:30:00Z"),
            Map.entry("assured_date", "a day like 2025-03-15"),
            Map.entry("valid_from", "a day like 2025-03-15"),
            Map.entry("valid_to", "a day like 2025-03-15"),
            Map.entry("dtstart", "a day like 2025-03-15"),
            Map.entry("until", "a day like 2025-03-15"),
            Map.entry("minimum_age", "years from 0 to 150"),
            Map.entry("maximum_age", "years from 0 to 150"),
            Map.entry("latitude", "degrees from -90 to 90"),
            Map.entry("longitude", "degrees from -180 to 180"),
            Map.entry("amount", "a number like 12.50"));

    private final String service;
    private final List<Finding> findings = new ArrayList<>();

    private FieldChecks(String service) {
        this.service = service;
    }

    /** @return the service without what is left out, which the findings then name */
    static ObjectNode sound(ObjectNode service, String id, List<Finding> findings) {
        FieldChecks checks = new FieldChecks(id);
        ObjectNode sound = checks.object(service, "", 0);
        findings.addAll(checks.findings);
        return sound;
    }

    private ObjectNode object(ObjectNode given, String path, int depth) {
        ObjectNode sound = JsonNodeFactory.instance.objectNode();
        given.propertyStream().forEach(member -> {
            String name = member.getKey().replace(NUL, "");
            if (isSound(name, member.getValue(), path, depth)) {
                sound.set(name, value(name, member.getValue(), path + name, depth));
            }
        });
        return sound;
    }

    private boolean isSound(String name, JsonNode value, String path, int depth) {
        if (value.isNull() || value.isContainer() && value.isEmpty()) {
            return false;
        }
        if (value.isContainer() && depth >= DEEPEST) {
            leftOut(path + name, "It is nested deeper than " + DEEPEST + " levels.");
            return false;
        }
        if (value.isContainer() && !RULES.containsKey(name)) {
            return true;
        }
        String text = clean(value.isContainer() ? value.toString() : value.asString(""))
                .strip();
        boolean sound =
                !value.isContainer() && RULES.getOrDefault(name, any -> true).test(text);
        if (!sound && !text.isEmpty()) {
            leftOut(
                    path + name,
                    "'" + shortened(text) + "' is not "
                            + EXPECTED.getOrDefault(name, "a web address that starts with https:// or http://")
                            + "; correct it in the directory.");
        }
        return sound && !text.isEmpty();
    }

    private JsonNode value(String name, JsonNode value, String path, int depth) {
        return switch (value) {
            case ObjectNode object -> object(object, path + ".", depth + 1);
            case ArrayNode array -> array(array, path, depth + 1);
            default -> single(name, value);
        };
    }

    private static JsonNode single(String name, JsonNode value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (NUMBERS.contains(name)) {
            return nodes.numberNode(new BigDecimal(clean(value.asString("0")).strip()));
        }
        if (!value.isString()) {
            return value;
        }
        String text = clean(value.asString(""));
        return nodes.stringNode(RULES.containsKey(name) ? text.strip() : text);
    }

    private static String clean(String text) {
        return text.replace(NUL, "");
    }

    private ArrayNode array(ArrayNode given, String path, int depth) {
        ArrayNode sound = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < given.size(); i++) {
            String at = path + "[" + i + "]";
            switch (given.get(i)) {
                case ObjectNode object -> sound.add(object(object, at + ".", depth));
                case ArrayNode nested -> leftOut(at, "A list within a list is not of the standard.");
                case JsonNode single -> sound.add(single("", single));
            }
        }
        return sound;
    }

    private void leftOut(String path, String message) {
        findings.add(new Finding(Finding.Kind.LEFT_OUT, service, path, message));
    }

    private static boolean isBetween(String text, int least, int most) {
        return Cells.number(text)
                .filter(number -> number.compareTo(BigDecimal.valueOf(least)) >= 0
                        && number.compareTo(BigDecimal.valueOf(most)) <= 0)
                .isPresent();
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
