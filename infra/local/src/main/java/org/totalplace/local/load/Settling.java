package org.totalplace.local.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Waits until what follows from the deliveries, in the services behind the broker, no longer changes.
 *
 * @param example somebody of whom an outcome was delivered
 */
record Settling(Door door, JsonNode manifest, SampleFiles.Example example) {

    private static final Duration STEP = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** So many equal answers in a row are taken for the end. */
    private static final int EQUAL = 4;

    void await() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        // Before the records of people are linked, figures of persons are steady because there are none.
        while (!isSeen(example) && System.nanoTime() < deadline) {
            Door.pause(STEP);
        }
        List<JsonNode> before = List.of();
        int equal = 0;
        while (equal < EQUAL) {
            if (System.nanoTime() > deadline) {
                throw new LoadFailure("The figures of the sample place did not settle within five minutes.");
            }
            Door.pause(STEP);
            List<JsonNode> now = figures();
            equal = now.equals(before) ? equal + 1 : 0;
            before = now;
        }
    }

    private boolean isSeen(SampleFiles.Example somebody) {
        Map<String, String> purpose = Map.of("X-Purpose", "direct-care");
        String reference = "agency=" + somebody.agency() + "&reference=" + somebody.reference();
        try {
            String person = door.get("practitioner", "/api/v1/people?" + reference, purpose)
                    .path("personId")
                    .asString();
            JsonNode view = door.get("practitioner", "/api/v1/people/" + person, purpose);
            return view.path("measures").size() > 0;
        } catch (LoadFailure notYet) {
            return false;
        }
    }

    private List<JsonNode> figures() {
        String year = manifest.get("place").get("year").asString();
        List<JsonNode> figures = new ArrayList<>();
        manifest.get("maps")
                .forEach(map ->
                        figures.add(figure("/api/v1/journeys/" + map.get("map").asString() + "?year=" + year)));
        figures.add(figure("/api/v1/journeys/reconciliation?year=" + year));
        return figures;
    }

    private JsonNode figure(String path) {
        JsonNode answer = door.get("analyst", path, Map.of());
        // When the question was asked is no part of the figure.
        if (answer instanceof ObjectNode object) {
            object.remove("asOf");
        }
        return answer;
    }
}
