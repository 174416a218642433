package org.totalplace.journey.community.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.JourneyFacts;
import org.totalplace.journey.RunningJourneyService;
import org.totalplace.journey.community.DirectoryDoor;
import tools.jackson.databind.JsonNode;

class OfferIntegrationTests extends RunningJourneyService {

    private final String code = "f" + UUID.randomUUID().toString().substring(0, 8);
    private final String stage = "/journeys/" + code + "/stages/support/services";
    private DirectoryDoor door = new DirectoryDoor(0);
    private String lunch = "";

    @BeforeEach
    void aMapAndADirectory() {
        door = new DirectoryDoor(port);
        door.put(
                "steward",
                "/journeys/maps/" + code,
                Map.of("name", "Staying well", "stages", List.of(Map.of("stage", "support", "name", "Support"))),
                200);
        door.register(code);
        door.send(code, "?whole=true", directory(service("lunch"), service("walks"), service("chess")));
        lunch = door.open("/services?search=lunch&organization_id=" + code, 200)
                .path("contents")
                .path(0)
                .path("id")
                .asString();
    }

    @Test
    void a_stage_shows_what_there_is_and_what_pays_for_it() throws Exception {
        try (JourneyFacts facts = new JourneyFacts(DATABASE)) {
            facts.ledger(code, "DAY", 123_456L, 1);
            facts.await("select count(*) from service_total where agency = '" + code + "'", "1");
        }

        set(Map.of("service", lunch, "lines", List.of(line())), Map.of("term", code + "-company"));

        JsonNode told = door.get("board", stage + "?year=2024-25", 200);
        JsonNode first = told.path("offers").path(0);
        assertThat(first.path("services").path(0).path("name").asString()).isEqualTo("lunch");
        assertThat(first.path("services").path(0).path("organization").asString())
                .isEqualTo("Friends");
        assertThat(first.path("lines").path(0).path("paid").decimalValue()).isEqualByComparingTo("1234.56");
        assertThat(first.path("lines").path(0).path("figures").asString())
                .isEqualTo("/api/v1/spend/totals?groupBy=service&agency=" + code + "&service=DAY");
        assertThat(told.path("offers").path(1).path("termName").asString()).isEqualTo("Company");
        assertThat(told.path("offers").path(1).path("total").asInt()).isEqualTo(3);
    }

    @Test
    void what_a_line_paid_is_told_to_nobody_else() throws Exception {
        set(Map.of("service", lunch, "lines", List.of(line())));

        JsonNode told = door.get("practitioner", stage + "?year=2024-25", 200);

        assertThat(told.path("offers").path(0).path("lines").path(0).has("paid"))
                .isFalse();
    }

    @Test
    void a_map_shows_all_its_stages_at_once() {
        set(Map.of("service", lunch));

        JsonNode told = door.get("practitioner", "/journeys/" + code + "/services", 200);

        assertThat(told.path("results").size()).isEqualTo(1);
        assertThat(told.path("results").path(0)).isEqualTo(door.get("practitioner", stage, 200));
        door.get("practitioner", "/journeys/no-such-map/services", 404);
    }

    @Test
    void money_shows_what_it_buys() {
        set(Map.of("service", lunch, "lines", List.of(line())), Map.of("term", code + "-company"));

        JsonNode told = door.get("analyst", "/directory/lines/" + code + "/DAY", 200);

        assertThat(told.path("results").size()).isEqualTo(1);
        assertThat(told.path("results").path(0).path("map").asString()).isEqualTo(code);
        assertThat(told.path("results").path(0).path("offers").size()).isEqualTo(1);
        assertThat(door.get("analyst", "/directory/lines/" + code + "/OTHER", 200)
                        .path("results")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_service_that_is_no_longer_listed_is_still_told_as_such() {
        set(Map.of("service", lunch), Map.of("term", code + "-company"));

        door.send(code, "?whole=true&confirm=true", directory(service("walks"), service("chess")));

        JsonNode told = door.get("steward", stage, 200).path("offers");
        assertThat(told.path(0).path("services").path(0).path("listed").asBoolean())
                .isFalse();
        assertThat(told.path(1).path("total").asInt()).isEqualTo(2);
    }

    @Test
    void versions_are_only_added_and_the_same_again_is_none() {
        int first = set(Map.of("service", lunch)).path("version").asInt();
        int again = set(Map.of("service", lunch)).path("version").asInt();
        int empty = set().path("version").asInt();

        assertThat(List.of(first, again, empty)).containsExactly(1, 1, 2);
        assertThat(door.get("citizen", stage, 200).path("offers").isEmpty()).isTrue();
    }

    @Test
    void what_cannot_be_offered_is_refused_with_its_place() {
        assertThat(refused(400, Map.of("service", UUID.randomUUID().toString())))
                .isEqualTo("offers[0]");
        assertThat(refused(400, Map.of("service", lunch), Map.of("term", "no-such-term")))
                .isEqualTo("offers[1]");
        assertThat(refused(400, Map.of("service", lunch, "term", code + "-company")))
                .isEqualTo("offers[0]");
        assertThat(refused(400, Map.of())).isEqualTo("offers[0]");
        assertThat(refused(400, Map.of("service", lunch, "lines", List.of(Map.of("agency", "x")))))
                .isEqualTo("offers[0]");
        door.put("analyst", stage, Map.of("offers", List.of()), 403);
        door.put("steward", stage.replace("support", "nowhere"), Map.of("offers", List.of()), 404);
        door.get("steward", stage.replace(code, "no-such-map"), 404);
    }

    @SafeVarargs
    private JsonNode set(Map<String, Object>... offers) {
        return door.put("steward", stage, Map.of("offers", List.of(offers)), 200);
    }

    @SafeVarargs
    private String refused(int status, Map<String, Object>... offers) {
        return door.put("steward", stage, Map.of("offers", List.of(offers)), status)
                .path("errors")
                .path(0)
                .path("path")
                .asString();
    }

    private Map<String, String> line() {
        return Map.of("agency", code, "service", "DAY");
    }

    private static String directory(String... services) {
        return "[" + String.join(",", services) + "]";
    }

    private String service(String name) {
        return """
                {"id": "%1$s-%2$s", "name": "%2$s", "status": "active", "organization": {"id": "%1$s", "name": "Friends"},
                 "attributes": [{"taxonomy_term": {"id": "%1$s-company", "name": "Company"}}]}
                """.formatted(code, name);
    }
}
