package org.totalplace.local.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Enters the circle of neighbours as the agency that runs it would: members, checks, a year of hours, requests that
 * wait and some introductions. Whoever has given hours, or waits for help, has been entered before.
 */
record CircleLoad(Door door, Consumer<String> progress) {

    private static final String CIRCLES = "/api/v1/circles/";

    void run(JsonNode circle) {
        if (circle.path("members").isEmpty()) {
            return;
        }
        String agency = circle.path("agency").asString();
        String client = "agency-" + agency;
        String path = CIRCLES + agency;
        door.put("steward", path, Map.of("name", circle.path("name"), "needs", circle.path("needs")));
        Map<String, String> ids = new HashMap<>();
        for (JsonNode member : circle.path("members")) {
            ids.put(member.path("reference").asString(), join(client, path, member));
        }
        Map<String, JsonNode> told = new HashMap<>();
        door.get(client, path + "/members?limit=500", Map.of())
                .path("results")
                .forEach(one -> told.put(one.path("member").asString(), one));
        for (JsonNode member : circle.path("members")) {
            String id = String.valueOf(ids.get(member.path("reference").asString()));
            JsonNode known = told.get(id);
            if (known == null || known.path("given").asLong() == 0) {
                member.path("hours").forEach(hours -> give(client, path, id, hours));
            }
        }
        ask(client, path, circle, ids);
        progress.accept("%d members of a circle are entered".formatted(ids.size()));
    }

    private String join(String client, String path, JsonNode member) {
        ObjectNode joining = ((ObjectNode) member).deepCopy();
        joining.remove(List.of("help", "checks", "hours", "request"));
        String id = door.send(client, path + "/members", joining).path("member").asString();
        if (member.has("help")) {
            door.put(client, path + "/members/" + id + "/help", member.path("help"));
        }
        member.path("checks").forEach(check -> door.send(client, path + "/members/" + id + "/checks", check));
        return id;
    }

    private void give(String client, String path, String giver, JsonNode hours) {
        ObjectNode given = ((ObjectNode) hours).deepCopy();
        given.put("giver", giver);
        door.send(client, path + "/hours", given);
    }

    private void ask(String client, String path, JsonNode circle, Map<String, String> ids) {
        if (!door.get(client, path + "/requests", Map.of()).path("results").isEmpty()) {
            return;
        }
        int asked = 0;
        for (JsonNode member : circle.path("members")) {
            if (!member.has("request")) {
                continue;
            }
            ObjectNode request = ((ObjectNode) member.path("request")).deepCopy();
            request.put("member", ids.get(member.path("reference").asString()));
            String id = door.send(client, path + "/requests", request)
                    .path("request")
                    .asString();
            asked++;
            // Every other request is being answered, where anybody fits.
            if (asked % 2 == 0) {
                introduce(client, path + "/requests/" + id);
            }
        }
    }

    private void introduce(String client, String request) {
        JsonNode matches = door.get(client, request + "/matches", Map.of()).path("results");
        if (!matches.isEmpty()) {
            door.send(
                    client,
                    request + "/introductions",
                    Map.of("helper", matches.get(0).path("helper")));
        }
    }
}
