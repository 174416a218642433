package org.totalplace.journey.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.ContactsOfOneAgency;
import tools.jackson.databind.JsonNode;

class MapEditorIntegrationTests extends ContactsOfOneAgency {

    private static final Map<String, Object> SIX_WEEKS = Map.of("type", "discharge", "withinDays", 42);

    private Map<String, Object> rule(String type, String stage) {
        return Map.of("agency", agency, "type", type, "stage", stage);
    }

    private Map<String, Object> visitsAfterADischarge() {
        Map<String, Object> rule = new HashMap<>(rule("visit", "support"));
        rule.put("after", SIX_WEEKS);
        return rule;
    }

    @SafeVarargs
    private Map<String, Object> leaving(Map<String, Object>... rules) {
        return Map.of(
                "name",
                "Leaving",
                "stages",
                List.of(
                        Map.of("stage", "leave", "name", "Leave"),
                        Map.of("stage", "support", "name", "Support"),
                        Map.of("stage", "sustain", "name", "Sustain")),
                "rules",
                List.of(rules));
    }

    private Map<String, Object> bySixWeeks() {
        return leaving(rule("discharge", "leave"), rule("visit", "sustain"), visitsAfterADischarge());
    }

    private void deliver(String rows) throws Exception {
        assertThat(door.deliver(agency, rows).path("status").asString()).isEqualTo("published");
        facts.await(
                "select count(*) from contact where agency = '" + agency + "' and record_id = '"
                        + rows.substring(0, rows.indexOf(',')) + "'",
                "1");
    }

    @Nested
    class WhenARuleHasATime {

        @Test
        void a_contact_within_it_goes_where_the_rule_says_and_a_later_one_does_not() throws Exception {
            UUID person = person("T");
            door.put("/journeys/maps/" + map, bySixWeeks());
            deliver("t1,T,WARD,discharge,2024-05-20,2024-06-01,,\n" + "t2,T,CARE,visit,2024-07-13,,,\n"
                    + "t3,T,CARE,visit,2024-07-14,,,\nt4,T,CARE,visit,2024-05-31,,,\n");

            JsonNode pathway =
                    door.pathwayWhen(person, seen -> seen.path("results").size() == 4);

            assertThat(stages(pathway)).containsExactly("t1 leave", "t4 sustain", "t2 support", "t3 sustain");
        }

        @Test
        void a_discharge_that_arrives_late_or_is_taken_back_moves_what_came_after_it() throws Exception {
            UUID person = person("L");
            door.put("/journeys/maps/" + map, bySixWeeks());
            deliver("l2,L,CARE,visit,2024-06-10,,,\n");
            facts.await(standing(person), "sustain");

            deliver("l1,L,WARD,discharge,2024-06-01,,,\n");
            facts.await(standing(person), "support");

            door.deliver(agency, "l1,L,WARD,deleted,2024-06-01,,,\n");
            facts.await(standing(person), "sustain");
        }

        @Test
        void contacts_persons_and_pounds_are_counted_where_they_lie_and_add_up() throws Exception {
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < 10; i++) {
                person("S" + i);
                rows.append("d%d,S%d,WARD,discharge,2024-06-01,,1,\n".formatted(i, i));
                rows.append("e%d,S%d,CARE,visit,2024-06-11,,1,\n".formatted(i, i));
                rows.append("f%d,S%d,CARE,visit,2024-09-11,,2,\n".formatted(i, i));
            }
            facts.ledger(agency, "CARE", 100_000L, 1);
            door.put("/journeys/maps/" + map, bySixWeeks());
            deliver(rows.toString());
            facts.await("select count(*) from contact where agency = '" + agency + "'", "30");
            facts.awaitQuiet();

            JsonNode answer = door.get("/journeys/" + map + "?year=2024-25", "analyst");

            // Each person's 10,000 pence over three units: 3,333 and a third for the first, the remainder to the
            // larger.
            assertThat(cost(answer, "support")).isEqualTo("333.30");
            assertThat(cost(answer, "sustain")).isEqualTo("666.70");
            assertThat(answer.path("total").path("contacts").asInt()).isEqualTo(30);
            JsonNode costs = door.get("/journeys/" + map + "/costs?year=2024-25", "analyst");
            assertThat(cost(costs, "support")).isEqualTo("333.30");
            assertThat(cost(costs, "sustain")).isEqualTo("666.70");
        }

        private static List<String> stages(JsonNode pathway) {
            List<String> stages = new ArrayList<>();
            pathway.path("results")
                    .forEach(contact -> stages.add(contact.path("recordId").asString() + " "
                            + contact.path("stage").asString()));
            return stages;
        }

        private static String cost(JsonNode answer, String stage) {
            for (JsonNode cell : answer.path("cells")) {
                if (cell.path("stage").asString().equals(stage)) {
                    return cell.path("cost").path("value").decimalValue().toPlainString();
                }
            }
            throw new AssertionError("No cell of " + stage + " in " + answer);
        }

        private static String standing(UUID person) {
            return "select state->'journeys'->0->>'stage' from person_journeys where person = '" + person + "'";
        }
    }

    @Nested
    class WhenAMapIsEdited {

        private static final String PUBLICATION = "/publication";

        private JsonNode post(String path, Object body, int status) {
            return door.post("/journeys/maps/" + map + path, body, "steward", status);
        }

        @Test
        void a_draft_tells_what_it_would_change_and_changes_nothing() throws Exception {
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                person("E" + i);
                rows.append("g%d,E%d,CARE,visit,2024-06-01,,1,\n".formatted(i, i));
            }
            rows.append("h1,E1,CARE,call,2024-06-01,,1,\n");
            facts.ledger(agency, "CARE", 210_000L, 1);
            door.put("/journeys/maps/" + map, leaving());
            deliver(rows.toString());
            facts.await("select count(*) from contact where agency = '" + agency + "'", "21");
            facts.awaitQuiet();

            JsonNode before = door.get("/journeys/" + map + "?year=2024-25", "analyst");
            door.put("/journeys/maps/" + map + "/draft", leaving(rule("visit", "support"), rule("call", "leave")));
            JsonNode told = post("/draft/validation?year=2024-25", Map.of(), 200);
            JsonNode after = door.get("/journeys/" + map + "?year=2024-25", "analyst");

            JsonNode support = told.path("stages").path(1);
            assertThat(support.path("stage").asString()).isEqualTo("support");
            assertThat(support.at("/change/before/contacts/value").asInt()).isZero();
            assertThat(support.at("/change/after/contacts/value").asInt()).isEqualTo(20);
            assertThat(support.at("/change/after/cost/value").decimalValue()).isEqualByComparingTo("2000.00");
            assertThat(told.at("/stages/0/change/after/contacts/symbol").asString())
                    .isEqualTo("c");
            assertThat(told.at("/unmapped/before/contacts/value").asInt()).isGreaterThanOrEqualTo(20);
            assertThat(told.path("fromOtherMaps").asInt()).isZero();
            assertThat(after.path("cells")).isEqualTo(before.path("cells"));
        }

        @Test
        void a_published_draft_is_a_version_with_its_reason_and_the_history_keeps_the_others() {
            door.put("/journeys/maps/" + map, leaving());
            door.put("/journeys/maps/" + map + "/draft", leaving(rule("visit", "support")));

            JsonNode refused = post(PUBLICATION, Map.of(), 400);
            JsonNode published = post(PUBLICATION, Map.of("reason", "Visits were missing"), 200);
            JsonNode history = door.get("/journeys/maps/" + map + "/versions", "analyst");
            JsonNode first = door.get("/journeys/maps/" + map + "?version=1", "analyst");

            assertThat(refused.path("errors").path(0).path("path").asString()).isEqualTo("reason");
            assertThat(published.path("version").asInt()).isEqualTo(2);
            assertThat(history.path("results").path(0).path("reason").asString())
                    .isEqualTo("Visits were missing");
            assertThat(history.path("results").path(0).path("author").asString())
                    .isEqualTo("steward");
            assertThat(history.path("results").size()).isEqualTo(2);
            assertThat(first.path("rules").isEmpty()).isTrue();
            post("/draft/validation?year=2024-25", Map.of(), 404);
        }

        @Test
        void a_version_of_a_later_day_waits_for_it() {
            door.put("/journeys/maps/" + map, leaving());
            door.put("/journeys/maps/" + map + "/draft", leaving(rule("visit", "support")));
            String later = LocalDate.now().plusDays(30).toString();

            JsonNode published = post(PUBLICATION, Map.of("reason", "From next month", "effectFrom", later), 200);
            JsonNode inForce = door.get("/journeys/maps/" + map, "analyst");

            assertThat(published.path("effectFrom").asString()).startsWith(later.substring(0, 4));
            assertThat(inForce.path("version").asInt()).isEqualTo(1);
            assertThat(door.get("/journeys/maps/" + map + "/versions", "analyst")
                            .path("results")
                            .size())
                    .isEqualTo(2);
        }

        @Test
        void a_version_takes_effect_when_its_day_has_come() throws Exception {
            UUID person = person("W");
            door.put("/journeys/maps/" + map, leaving(rule("visit", "leave")));
            deliver("w1,W,CARE,visit,2024-06-01,,,\n");
            door.put("/journeys/maps/" + map + "/draft", leaving(rule("visit", "support")));
            post(
                    PUBLICATION,
                    Map.of(
                            "reason",
                            "Later",
                            "effectFrom",
                            LocalDate.now().plusDays(9).toString()),
                    200);

            facts.change("update journey_map set effect_from = set_at where map = '" + map + "' and version = 2");

            facts.await(
                    "select state->'journeys'->0->>'stage' from person_journeys where person = '" + person + "'",
                    "support");
        }

        @Test
        void a_draft_that_others_have_overtaken_is_not_published() {
            door.put("/journeys/maps/" + map + "/draft", leaving());
            door.put("/journeys/maps/" + map, leaving(rule("visit", "support")));

            JsonNode refused = post(PUBLICATION, Map.of("reason", "Mine"), 409);

            assertThat(refused.path("code").asString()).isEqualTo("draft-overtaken");
        }

        @Test
        void only_a_steward_publishes_and_yesterday_is_no_day_to_begin() {
            door.put("/journeys/maps/" + map + "/draft", leaving());

            door.post("/journeys/maps/" + map + PUBLICATION, Map.of("reason", "Mine"), "analyst", 403);
            JsonNode refused = post(
                    PUBLICATION,
                    Map.of(
                            "reason",
                            "Mine",
                            "effectFrom",
                            LocalDate.now().minusDays(3).toString()),
                    400);

            assertThat(refused.path("errors").path(0).path("path").asString()).isEqualTo("effectFrom");
        }

        @Test
        void four_maps_come_with_the_platform_and_each_may_be_taken_as_a_draft() {
            JsonNode shipped = door.get("/journeys/maps/shipped", "analyst").path("results");

            assertThat(shipped.size()).isEqualTo(4);
            for (JsonNode each : shipped) {
                JsonNode draft = door.put("/journeys/maps/" + each.path("map").asString() + "/draft", each);
                assertThat(draft.path("stages").size()).isEqualTo(5);
                assertThat(draft.at("/stages/1/expects/0/stage").asString()).isEqualTo("assess");
                assertThat(draft.path("rules").values())
                        .anySatisfy(rule -> assertThat(rule.hasNonNull("after")).isTrue());
            }
        }
    }
}
