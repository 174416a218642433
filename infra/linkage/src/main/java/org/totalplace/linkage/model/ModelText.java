package org.totalplace.linkage.model;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A model as JSON text. */
final class ModelText {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ModelText() {}

    static String write(LinkageModel model) {
        return MAPPER.writeValueAsString(model);
    }

    static LinkageModel read(String json) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (tree.get("fields") instanceof ObjectNode fields) {
                addLaterFields(fields);
            }
            return MAPPER.treeToValue(tree, LinkageModel.class);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(
                    "This is not the JSON text of a linkage model: " + unreadable.getOriginalMessage(), unreadable);
        }
    }

    /** A model that was kept before a field was known takes it from the initial one. */
    private static void addLaterFields(ObjectNode fields) {
        LinkageModel initial = LinkageModel.initial();
        for (Field field : Field.values()) {
            if (field.isLater() && !fields.has(field.name())) {
                fields.set(field.name(), MAPPER.valueToTree(initial.fields().get(field)));
            }
        }
    }
}
