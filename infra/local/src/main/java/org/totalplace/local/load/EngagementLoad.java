package org.totalplace.local.load;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Enters consultations as the communications team would, proposals as an analyst would, and a change of a map as a
 * practitioner would. What was answered and told before is not entered again.
 */
record EngagementLoad(Door door, Consumer<String> progress) {

    private static final String TEAM = "communications";
    private static final String ANALYST = "analyst";
    private static final String PRACTITIONER = "practitioner";

    void run(JsonNode manifest) {
        manifest.path("consultations").forEach(this::consultation);
        manifest.path("proposals").forEach(this::proposal);
        manifest.path("mapProposals").forEach(this::mapProposal);
        progress.accept("%d consultations and %d proposals are entered"
                .formatted(
                        manifest.path("consultations").size(),
                        manifest.path("proposals").size()));
    }

    private void consultation(JsonNode consultation) {
        String path = "/api/v1/voice/engagements/" + consultation.path("code").asString();
        ObjectNode written = ((ObjectNode) consultation).deepCopy();
        written.remove(List.of("code", "returns", "result"));
        door.put(TEAM, path, written);
        JsonNode told = door.get(TEAM, path, Map.of());
        if (told.path("responses").path("value").asLong() == 0) {
            consultation.path("returns").forEach(returns -> door.send(TEAM, path + "/returns", returns));
        }
        if (consultation.has("result") && told.path("results").isEmpty()) {
            door.send(TEAM, path + "/results", Map.of("words", consultation.path("result"), "namesNobody", true));
        }
    }

    private void mapProposal(JsonNode proposal) {
        String path = "/api/v1/journeys/maps/" + proposal.path("map").asString() + "/proposals";
        if (door.get(PRACTITIONER, path, Map.of()).path("results").isEmpty()) {
            ObjectNode written = ((ObjectNode) proposal).deepCopy();
            written.remove("map");
            door.send(PRACTITIONER, path, written);
        }
    }

    private void proposal(JsonNode proposal) {
        String path = "/api/v1/outcomes/proposals/" + proposal.path("code").asString();
        ObjectNode written = ((ObjectNode) proposal).deepCopy();
        written.remove(List.of("code", "outturn"));
        door.put(ANALYST, path, written);
        proposal.path("outturn")
                .forEach(outturn -> door.put(
                        ANALYST,
                        path + "/outturn/" + outturn.path("agency").asString() + "/"
                                + outturn.path("year").asString(),
                        outturn));
    }
}
