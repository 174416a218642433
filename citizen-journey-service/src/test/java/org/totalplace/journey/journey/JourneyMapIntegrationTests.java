package org.totalplace.journey.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.totalplace.journey.ContactsOfOneAgency;
import org.totalplace.local.servers.TokenIssuer;
import org.totalplace.value.AgencyCode;
import tools.jackson.databind.JsonNode;

class JourneyMapIntegrationTests extends ContactsOfOneAgency {

    private Map<String, Object> leaving(String stageOfVisits) {
        return Map.of(
                "map",
                map,
                "name",
                "Leaving",
                "stages",
                List.of(Map.of("stage", "assess", "name", "Assess"), Map.of("stage", "support", "name", "Support")),
                "rules",
                List.of(
                        Map.of("agency", agency, "service", "CARE", "type", "visit", "stage", stageOfVisits),
                        Map.of("agency", agency, "service", "TEAM", "type", "assessment", "stage", "assess")));
    }

    @Test
    void a_map_counts_contacts_persons_and_cost_by_stage_and_agency_and_hides_the_few() throws Exception {
        for (int i = 0; i < 12; i++) {
            person("P" + i);
        }
        String visits = IntStream.range(0, 24)
                .mapToObj(i -> "v%d,P%d,CARE,visit,2024-06-01,,1,\n".formatted(i, i % 12))
                .collect(Collectors.joining());
        facts.ledger(agency, "CARE", 240_000L, 1);

        door.put("/journeys/maps/" + map, leaving("support"));
        door.deliver(agency, visits + "a1,P1,TEAM,assessment,2024-06-01,,,\nu1,P1,CARE,other,2024-06-01,,0,\n");
        facts.await("select count(*) from contact where agency = '" + agency + "'", "26");
        facts.awaitQuiet();
        JsonNode answer = door.get("/journeys/" + map + "?year=2024-25", "analyst");

        JsonNode support = cell(answer, "support");
        assertThat(support.path("contacts").path("value").asInt()).isEqualTo(25);
        assertThat(support.path("persons").path("value").asInt()).isEqualTo(10);
        assertThat(support.path("cost").path("value").decimalValue()).isEqualByComparingTo("2400.00");
        assertThat(cell(answer, "assess").path("contacts").path("symbol").asString())
                .isEqualTo("c");
        assertThat(answer.path("total").path("contacts").asInt()).isEqualTo(25);
        assertThat(answer.path("unmapped").path("cells").values())
                .anySatisfy(cell -> assertThat(cell.path("agency").asString()).isEqualTo(agency));
        assertThat(door.csv("/journeys/" + map + "?year=2024-25", "analyst"))
                .contains(map + ",2024-25,support," + agency + ",25,10,2400.00")
                .contains(map + ",2024-25,assess," + agency + ",c,c,x");
    }

    @Test
    void the_ways_of_many_persons_are_told_with_their_waits() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            person("W" + i);
            rows.append("wa%d,W%d,TEAM,assessment,2024-06-01,,1,\n".formatted(i, i));
            rows.append("wv%d,W%d,CARE,visit,2024-06-%02d,,1,\n".formatted(i, i, 11 + i));
        }
        door.put("/journeys/maps/" + map, leaving("support"));
        door.deliver(agency, rows.toString());
        facts.await("select count(*) from contact where agency = '" + agency + "'", "20");

        JsonNode answer = door.get("/journeys/" + map + "/pathways?year=2024-25", "analyst");

        assertThat(answer.path("persons").path("value").asInt()).isEqualTo(10);
        assertThat(answer.path("variants").path(0).path("steps").path(0).asString())
                .isEqualTo("assess@" + agency);
        assertThat(answer.path("variants").path(0).path("persons").path("value").asInt())
                .isEqualTo(10);
    }

    @Test
    void a_new_version_of_a_map_moves_persons_to_their_new_stage() throws Exception {
        UUID person = person("Q");
        door.put("/journeys/maps/" + map, leaving("support"));
        door.deliver(agency, "q1,Q,CARE,visit,2024-06-01,,1,\nq2,Q,CARE,visit,2024-07-01,,1,\n");
        facts.await(standing(person), "support,2024-06-01");

        JsonNode next = door.put("/journeys/maps/" + map, leaving("assess"));
        JsonNode again = door.put("/journeys/maps/" + map, leaving("assess"));

        assertThat(next.path("version").asInt()).isEqualTo(2);
        assertThat(again.path("version").asInt()).isEqualTo(2);
        facts.await(standing(person), "assess,2024-06-01");
    }

    @Test
    void the_stage_is_that_of_the_latest_contact_since_its_run_began() throws Exception {
        UUID person = person("S");
        door.put("/journeys/maps/" + map, leaving("support"));

        door.deliver(
                agency,
                "s4,S,CARE,visit,2024-09-01,,1,\ns1,S,CARE,visit,2024-06-01,,1,\n"
                        + "s3,S,CARE,visit,2024-08-01,,1,\ns2,S,TEAM,assessment,2024-07-01,,1,\n");

        facts.await(standing(person), "support,2024-08-01");
    }

    /** Two visits and the assessment between them; the visits are all that the line's 100.01 pounds paid for. */
    @Test
    void a_standing_tells_when_the_journey_began_its_runs_what_was_before_and_what_it_cost() throws Exception {
        UUID person = person("T");
        UUID subject = PSEUDONYMS.subject(new AgencyCode(agency), "T").value();
        facts.change("""
                insert into identity_record (subject, agency, date_of_birth, sex, postcode, updated_at, delivery, row)
                values ('%s', '%s', '1949-06-02', 'F', 'nm4 1ab', now(), 1, 1)
                """.formatted(subject, agency));
        facts.ledger(agency, "CARE", 10_001L, 1);
        door.put("/journeys/maps/" + map, leaving("support"));

        door.deliver(
                agency,
                "t1,T,CARE,visit,2024-06-01,,1,\nt2,T,TEAM,assessment,2024-07-01,,1,\n"
                        + "t3,T,CARE,visit,2024-08-01,,1,\nt4,T,CARE,other,2024-05-31,,0,\n"
                        + "t5,T,TEAM,other,2023-06-01,,0,\nt6,T,TEAM,other,2023-06-03,,0,\n");

        facts.await(
                """
                select j->>'begun', j->>'latest', j->>'ageBand', j->>'contactsBefore', j->>'pence',
                       (select string_agg(concat(r->>'stage', ' ', r->>'begun'), '/') from jsonb_array_elements(j->'runs') r),
                       state->>'area', state->>'sex'
                  from person_journeys, jsonb_array_elements(state->'journeys') j where person = '%s'
                """.formatted(person),
                "2024-06-01,2024-08-01,65-74,2,10001,"
                        + "\"support 2024-06-01/assess 2024-07-01/support 2024-08-01\",\"NM4 1\",female");
    }

    private static String standing(UUID person) {
        return "select state->'journeys'->0->>'stage', state->'journeys'->0->>'since'"
                + " from person_journeys where person = '"
                + person + "'";
    }

    @Test
    void only_a_steward_sets_maps_and_a_wrong_rule_is_told() {
        assertThat(status("analyst", leaving("support"))).isEqualTo(403);
        assertThat(status("steward", leaving("nowhere"))).isEqualTo(400);
    }

    private int status(String role, Object body) {
        return door.web()
                .put()
                .uri("/journeys/maps/" + map)
                .headers(headers -> headers.setBearerAuth(TokenIssuer.shared().role(role)))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private static JsonNode cell(JsonNode answer, String stage) {
        for (JsonNode cell : answer.path("cells")) {
            if (cell.path("stage").asString().equals(stage)) {
                return cell;
            }
        }
        throw new AssertionError("No cell of " + stage + " in " + answer);
    }
}
