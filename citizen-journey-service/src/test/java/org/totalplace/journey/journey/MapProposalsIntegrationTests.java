package org.totalplace.journey.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.ContactsOfOneAgency;
import org.totalplace.value.AgencyCode;
import tools.jackson.databind.JsonNode;

class MapProposalsIntegrationTests extends ContactsOfOneAgency {

    private static final String YEAR = "?year=2024-25";

    private final String other = "o" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void residents_propose_practitioners_compare_and_a_steward_takes_it_as_the_draft() throws Exception {
        visitsAndCalls(20);
        String proposal = propose("citizen", change("The call after a visit is part of it"), 201)
                .path("id")
                .asString();

        JsonNode told = door.get(path() + "/" + proposal + "/comparison" + YEAR, "practitioner");
        JsonNode support = told.at("/change/stages/1");
        assertThat(support.path("stage").asString()).isEqualTo("support");
        assertThat(support.at("/change/before/contacts/value").asInt(-1)).isZero();
        assertThat(support.at("/change/after/contacts/value").asInt()).isEqualTo(20);
        assertThat(told.at("/before/symbol").asString()).isEqualTo("z");
        assertThat(told.at("/after/handOvers/value").asInt()).isEqualTo(20);
        assertThat(told.at("/after/medianDays").asInt()).isEqualTo(10);
        // Nothing was changed by asking.
        assertThat(door.get("/journeys/maps/" + map, "analyst").path("rules")).hasSize(1);

        // Nobody else reads what a resident wrote before a steward has.
        assertThat(told.hasNonNull("words")).isFalse();
        assertThat(door.get(path(), "analyst").path("results").get(0).has("words"))
                .isFalse();
        assertThat(door.get(path(), "steward")
                        .path("results")
                        .get(0)
                        .path("words")
                        .asString())
                .isEqualTo("The call after a visit is part of it");
        door.post(path() + "/" + proposal + "/decision", Map.of("verdict", "pass"), "practitioner", 403);
        decide(proposal, Map.of("verdict", "pass"), 200);
        decide(UUID.randomUUID().toString(), Map.of("verdict", "pass"), 404);
        assertThat(door.get(path(), "analyst")
                        .path("results")
                        .get(0)
                        .path("words")
                        .asString())
                .isEqualTo("The call after a visit is part of it");
        decide(proposal, Map.of("verdict", "take", "reason", "It tells of the wait"), 200);
        assertThat(door.get("/journeys/maps/" + map + "/draft", "steward").path("rules"))
                .hasSize(2);
        door.post("/journeys/maps/" + map + "/publication", Map.of("reason", "Proposed"), "steward", 200);
        assertThat(door.get("/journeys/maps/" + map, "analyst").path("version").asInt())
                .isEqualTo(2);
        JsonNode listed = door.get(path(), "citizen").path("results").get(0);
        assertThat(listed.path("stage").asString()).isEqualTo("taken");
        assertThat(listed.path("proposedBy").asString()).isEqualTo("resident");
        assertThat(listed.path("reason").asString()).isEqualTo("It tells of the wait");
        decide(proposal, Map.of("verdict", "decline", "reason", "Again"), 409);
    }

    @Test
    void a_resident_proposes_one_rule_of_known_contacts_and_fills_no_map() throws Exception {
        visitsAndCalls(1);
        propose("citizen", with(change("A call"), "name", "Mrs Patel"), 400);
        propose(
                "citizen",
                with(
                        change("A call"),
                        "stages",
                        Objects.requireNonNull(leaving().get("stages"))),
                400);
        Map<String, Object> unknown = Map.of("agency", other, "type", "Mrs Patel", "stage", "support");
        assertThat(propose("citizen", with(change("A call"), "rule", unknown), 400)
                        .toString())
                .contains("no contacts");
        for (int i = 0; i < 3; i++) {
            propose("citizen", change("A call"), 201);
        }

        assertThat(propose("citizen", change("A call"), 409).path("code").asString())
                .isEqualTo("too-many-of-yours");
        String others =
                propose("practitioner", change("A call"), 201).path("id").asString();
        // Another version came into force since it was proposed.
        door.put("/journeys/maps/" + map, with(leaving(), "name", "Leaving hospital"));
        assertThat(decide(others, Map.of("verdict", "take", "reason", "Yes"), 409)
                        .path("code")
                        .asString())
                .isEqualTo("outdated");
        decide(others, Map.of("verdict", "decline", "reason", "No"), 200);
    }

    @Test
    void a_comparison_tells_nothing_of_a_few() throws Exception {
        visitsAndCalls(4);
        String proposal = propose("practitioner", change("The call is part of it"), 201)
                .path("id")
                .asString();

        JsonNode told = door.get(path() + "/" + proposal + "/comparison" + YEAR, "board");

        assertThat(told.at("/after/symbol").asString()).isEqualTo("c");
        assertThat(told.at("/after/medianDays").isNull()).isTrue();
        assertThat(told.at("/change/stages/1/change/after/contacts/symbol").asString())
                .isEqualTo("c");
    }

    @Test
    void words_name_nobody_and_a_proposal_changes_something_that_is_there() {
        door.put("/journeys/maps/" + map, leaving());
        propose("citizen", change("Mrs Patel waited for weeks"), 400);
        propose("citizen", change("It helped Zebedee"), 400);
        propose("citizen", Map.of("words", "It is fine"), 400);
        propose("citizen", with(change("Another stage"), "rule", Map.of("agency", other, "stage", "nowhere")), 400);
        propose("citizen", with(change("Everything"), "rule", Map.of("stage", "support")), 400);
        propose("analyst", change("A call"), 403);
        propose("board", change("A call"), 403);
        String unknown = "/journeys/maps/" + map + "-none/proposals";
        door.post(unknown, change("A call"), "citizen", 404);
        assertThat(door.get(path(), "board").path("results")).isEmpty();
    }

    @Test
    void a_steward_declines_with_a_reason_and_takes_none_over_a_draft_that_is_there() {
        door.put("/journeys/maps/" + map, leaving());
        String first = propose("agency", change("A call"), 201).path("id").asString();
        String second = propose("steward", change("A call"), 201).path("id").asString();
        door.post(path() + "/" + first + "/decision", Map.of("verdict", "take", "reason", "x"), "practitioner", 403);
        decide(first, Map.of("verdict", "perhaps", "reason", "x"), 400);
        decide(first, Map.of("verdict", "decline"), 400);
        decide(UUID.randomUUID().toString(), Map.of("verdict", "decline", "reason", "x"), 404);

        decide(first, Map.of("verdict", "decline", "reason", "It is counted elsewhere"), 200);
        door.put("/journeys/maps/" + map + "/draft", leaving());
        assertThat(decide(second, Map.of("verdict", "take", "reason", "Yes"), 409)
                        .path("code")
                        .asString())
                .isEqualTo("draft-there");
        assertThat(door.get(path(), "citizen").path("results").toString())
                .contains("\"declined\"", "\"open\"", "It is counted elsewhere");
    }

    private Map<String, Object> leaving() {
        return Map.of(
                "name",
                "Leaving",
                "stages",
                List.of(Map.of("stage", "leave", "name", "Leave"), Map.of("stage", "support", "name", "Support")),
                "rules",
                List.of(Map.of("agency", agency, "type", "visit", "stage", "leave")));
    }

    private Map<String, Object> change(String words) {
        return Map.of("words", words, "rule", Map.of("agency", other, "type", "call", "stage", "support"));
    }

    private static Map<String, Object> with(Map<String, Object> change, String name, Object value) {
        Map<String, Object> more = new HashMap<>(change);
        more.put(name, value);
        return more;
    }

    /** Each person is visited by the one agency and called by the other ten days later. */
    private void visitsAndCalls(int persons) throws Exception {
        door.register(other);
        StringBuilder visits = new StringBuilder();
        StringBuilder calls = new StringBuilder();
        for (int i = 0; i < persons; i++) {
            UUID person = person("P" + i);
            facts.link(PSEUDONYMS.subject(new AgencyCode(other), "Q" + i).value(), other, person);
            visits.append("v%d,P%d,CARE,visit,2024-06-01,,1,\n".formatted(i, i));
            calls.append("c%d,Q%d,DESK,call,2024-06-11,,1,\n".formatted(i, i));
        }
        door.put("/journeys/maps/" + map, leaving());
        assertThat(door.deliver(agency, visits.toString()).path("status").asString())
                .isEqualTo("published");
        assertThat(door.deliver(other, calls.toString()).path("status").asString())
                .isEqualTo("published");
        facts.await(
                "select count(*) from contact where agency in ('" + agency + "', '" + other + "')",
                String.valueOf(2 * persons));
        facts.awaitQuiet();
    }

    private String path() {
        return "/journeys/maps/" + map + "/proposals";
    }

    private JsonNode propose(String role, Map<String, ?> change, int status) {
        return door.post(path(), change, role, status);
    }

    private JsonNode decide(String proposal, Map<String, ?> decision, int status) {
        return door.post(path() + "/" + proposal + "/decision", decision, "steward", status);
    }
}
