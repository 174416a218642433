package org.totalplace.local.load;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Enters what residents said and what became of it, as the steward would. What was entered before is known by what it
 * is about, and goes on where it ended.
 */
record VoiceLoad(Door door, Consumer<String> progress) {

    private static final String STEWARD = "steward";
    private static final String VOICE = "/api/v1/voice";

    /** How far a suggestion is. */
    private record Entered(long number, int steps) {}

    void run(JsonNode manifest) {
        manifest.path("surveys").forEach(this::survey);
        if (manifest.path("voices").isEmpty()) {
            return;
        }
        Map<String, Entered> entered = entered();
        manifest.path("voices")
                .forEach(voice -> enter(voice, entered.get(voice.path("about").asString())));
        progress.accept("%d suggestions and %d surveys are entered"
                .formatted(
                        manifest.path("voices").size(), manifest.path("surveys").size()));
    }

    private Map<String, Entered> entered() {
        Map<String, Entered> entered = new HashMap<>();
        for (String stage : new String[] {"", "&stage=closed"}) {
            door.get(STEWARD, VOICE + "/queue?limit=1000" + stage, Map.of())
                    .path("results")
                    .forEach(one -> entered.put(
                            one.path("original").path(0).path("about").asString(),
                            new Entered(
                                    one.path("suggestion").path("number").asLong(),
                                    one.path("history").size() - 1)));
        }
        return entered;
    }

    private void enter(JsonNode voice, @Nullable Entered before) {
        Entered entered = before;
        if (entered == null) {
            ObjectNode said = ((ObjectNode) voice).deepCopy();
            said.remove("steps");
            JsonNode receipt = door.send(STEWARD, VOICE + "/suggestions", said);
            entered = new Entered(receipt.path("number").asLong(), 0);
        }
        String steps = VOICE + "/queue/" + entered.number() + "/steps";
        for (int step = entered.steps(); step < voice.path("steps").size(); step++) {
            door.send(STEWARD, steps, voice.path("steps").get(step));
        }
    }

    private void survey(JsonNode survey) {
        String path = VOICE + "/surveys/" + survey.path("survey").asString();
        door.put(STEWARD, path, survey);
        survey.path("rounds").forEach(round -> {
            String of = path + "/rounds/" + round.path("round").asString();
            door.put(STEWARD, of, round);
            if (round.has("beside")) {
                door.put(STEWARD, of + "/beside", round.path("beside"));
            }
        });
    }
}
