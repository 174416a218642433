package org.totalplace.linkage.model;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

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
            return MAPPER.readValue(json, LinkageModel.class);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(
                    "This is not the JSON text of a linkage model: " + unreadable.getOriginalMessage(), unreadable);
        }
    }
}
