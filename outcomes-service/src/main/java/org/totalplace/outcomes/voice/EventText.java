package org.totalplace.outcomes.voice;

import tools.jackson.databind.json.JsonMapper;

/** Events as text in the database; its form does not hang on how the API writes JSON. */
final class EventText {

    private static final JsonMapper JSON = new JsonMapper();

    private EventText() {}

    static String of(VoiceEvent event) {
        return JSON.writerFor(VoiceEvent.class).writeValueAsString(event);
    }

    static VoiceEvent read(String text) {
        return JSON.readValue(text, VoiceEvent.class);
    }
}
