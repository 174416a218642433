package org.totalplace.journey.costing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.totalplace.journey.ContactsOfOneAgency;
import org.totalplace.local.servers.TokenIssuer;
import tools.jackson.databind.JsonNode;

class ReferenceCostIntegrationTests extends ContactsOfOneAgency {

    private static final String UNIT_COSTS = "/journeys/unit-costs?year=2024-25";

    @Test
    void a_line_without_payments_is_costed_by_reference_and_its_parts_add_up() throws Exception {
        facts.link(subject("A"), agency, new UUID(agency.hashCode(), 1));
        facts.link(subject("B"), agency, new UUID(agency.hashCode(), 2));
        door.deliver(agency, "a1,A;B;nobody,WARD,day,2024-05-01,,1,\n");

        set(cost("WARD", "fiscal", "100.00", "2024-25"));
        awaitReference("10000");
        facts.awaitQuiet();

        assertThat(facts.rows(parts())).containsExactly("(,3334,,)", "(,3333,,)");
        assertThat(facts.rows("select reference, reference_attributed from line_cost where agency = '" + agency + "'"))
                .containsExactly("(10000,6667)");
        JsonNode unit = mine(UNIT_COSTS).getFirst();
        assertThat(unit.path("kind").asString()).isEqualTo("reference");
        assertThat(unit.path("cost").decimalValue()).isEqualByComparingTo("100.00");
        assertThat(unit.path("grade").asInt()).isEqualTo(3);
        assertThat(unit.path("source").asString()).isEqualTo("A made-up study");
        assertThat(unit.path("bearer").asString()).isEqualTo("icb");
    }

    @Test
    void the_ledger_takes_the_place_of_a_reference_and_never_both() throws Exception {
        facts.link(subject("A"), agency, UUID.randomUUID());
        set(cost("WARD", "fiscal", "100.00", "2024-25"), cost("WARD", "social", "7.00", "2024-25"));
        door.deliver(agency, "b1,A,WARD,day,2024-05-01,,2,\n");
        awaitReference("20000");

        facts.ledger(agency, "WARD", 4_321L, 1);
        facts.await("select attributed from line_cost where agency = '" + agency + "'", "4321");
        facts.awaitQuiet();

        assertThat(facts.rows(parts())).containsExactly("(4321,,,1400)");
        assertThat(mine(UNIT_COSTS).stream()
                        .map(row ->
                                row.path("kind").asString() + row.path("value").asString()))
                .containsExactlyInAnyOrder("localfiscal", "referencesocial");
    }

    @Test
    void prices_of_another_year_are_inflated_and_rounded_once() throws Exception {
        facts.link(subject("A"), agency, UUID.randomUUID());
        door.deliver(agency, "c1,A,WARD,day,2024-05-01,,1.5,\n");

        set(cost("WARD", "fiscal", "33.33", "2020-21"));
        awaitReference("6249");
        facts.awaitQuiet();

        JsonNode unit = mine(UNIT_COSTS).getFirst();
        assertThat(unit.path("cost").decimalValue()).isEqualByComparingTo("41.66");
        assertThat(unit.path("priceBase").asString()).isEqualTo("2020-21");
    }

    @Test
    void prices_that_no_deflator_brings_to_the_year_are_not_used() throws Exception {
        facts.link(subject("A"), agency, UUID.randomUUID());
        door.deliver(agency, "d1,A,WARD,day,2024-05-01,,1,\n");
        set(cost("WARD", "fiscal", "33.33", "1999-00"), cost("WARD", "economic", "5.00", "2024-25"));
        facts.await(
                "select economic from person_cost c join contact_kind k on k.id = c.kind where agency = '" + agency
                        + "'",
                "500");

        assertThat(facts.rows(parts())).containsExactly("(,,500,)");
        assertThat(mine(UNIT_COSTS)).anySatisfy(row -> {
            assertThat(row.path("value").asString()).isEqualTo("fiscal");
            assertThat(row.path("symbol").asString()).isEqualTo("x");
        });
    }

    @Test
    void figures_of_a_past_moment_come_back_byte_for_byte() throws Exception {
        facts.link(subject("A"), agency, UUID.randomUUID());
        door.deliver(agency, "g1,A,WARD,day,2024-05-01,,1,\ng2,A,CARE,visit,2024-05-01,,3,\n");
        facts.ledger(agency, "CARE", 90_000, 1);
        set(cost("WARD", "fiscal", "100.00", "2020-21"));
        facts.await("select reference from line_cost where service = 'WARD' and agency = '" + agency + "'", "12500");
        facts.await("select attributed from line_cost where service = 'CARE' and agency = '" + agency + "'", "90000");
        String then = door.get("/journeys/reconciliation?year=2024-25", "analyst")
                .path("asOf")
                .asString();
        String reconciliation = door.text("/journeys/reconciliation?year=2024-25&asOf=" + then, "analyst");
        String unitCosts = door.text(UNIT_COSTS + "&asOf=" + then, "analyst");
        assertThat(reconciliation).contains(agency);
        assertThat(unitCosts).contains(agency, "A made-up study");

        set(cost("WARD", "fiscal", "7.00", "2024-25"));
        facts.ledger(agency, "CARE", 1, 2);
        door.put(
                "/journeys/services?year=2024-25",
                List.of(Map.of("agency", agency, "service", "CARE", "name", "Care", "unit", "hour", "activity", 1000)));
        facts.await("select attributed from line_cost where service = 'CARE' and agency = '" + agency + "'", "0");
        facts.await("select reference from line_cost where service = 'WARD' and agency = '" + agency + "'", "700");

        assertThat(door.text("/journeys/reconciliation?year=2024-25&asOf=" + then, "analyst"))
                .isEqualTo(reconciliation);
        assertThat(door.text(UNIT_COSTS + "&asOf=" + then, "analyst")).isEqualTo(unitCosts);
        assertThat(door.text(UNIT_COSTS, "analyst")).isNotEqualTo(unitCosts);
        assertThat(door.get("/journeys/reconciliation?year=2024-25&asOf=2001-01-01", "analyst")
                        .path("lines"))
                .isEmpty();
    }

    @Test
    void every_version_is_kept_with_its_author_and_one_can_be_taken_back() throws Exception {
        facts.link(subject("A"), agency, UUID.randomUUID());
        door.deliver(agency, "e1,A,WARD,day,2024-05-01,,1,\n");
        Map<String, Object> first = cost("WARD", "fiscal", "1.00", "2024-25");
        set(first);
        set(first);
        awaitReference("100");
        Map<String, Object> back = new HashMap<>(first);
        back.remove("cost");
        set(back);
        facts.await("select reference is null from line_cost where agency = '" + agency + "'", "t");

        assertThat(mine("/journeys/reference-costs")).isEmpty();
        List<JsonNode> history = mine("/journeys/reference-costs?history=true");
        assertThat(history.stream().map(row -> row.path("version").asInt())).containsExactly(2, 1);
        assertThat(history.getLast().path("author").asString()).isNotBlank();
        assertThat(history.getLast().path("cost").decimalValue()).isEqualByComparingTo(BigDecimal.ONE);
    }

    @Test
    void a_cost_without_its_source_and_one_set_by_an_analyst_are_refused() {
        Map<String, Object> bare = new HashMap<>(cost("WARD", "fiscal", "1.00", "2024-25"));
        bare.remove("source");

        assertThat(status("steward", bare)).isEqualTo(400);
        assertThat(status("steward", cost("WARD", "moral", "1.00", "2024-25"))).isEqualTo(400);
        assertThat(status("steward", cost("WARD", "fiscal", "1.001", "2024-25")))
                .isEqualTo(400);
        assertThat(status("analyst", cost("WARD", "fiscal", "1.00", "2024-25"))).isEqualTo(403);
    }

    private int status(String role, Map<String, Object> cost) {
        return door.web()
                .put()
                .uri("/journeys/reference-costs")
                .headers(headers -> headers.setBearerAuth(TokenIssuer.shared().role(role)))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(List.of(cost))
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private Map<String, Object> cost(String service, String value, String pounds, String year) {
        return Map.of(
                "agency",
                agency,
                "service",
                service,
                "value",
                value,
                "cost",
                new BigDecimal(pounds),
                "unit",
                "day",
                "source",
                "A made-up study",
                "year",
                year,
                "grade",
                3,
                "bearer",
                "icb");
    }

    @SafeVarargs
    private void set(Map<String, Object>... costs) {
        door.put("/journeys/reference-costs", List.of(costs));
    }

    private String parts() {
        return """
                select c.pence, c.reference, c.economic, c.social
                  from person_cost c join contact_kind k on k.id = c.kind where k.agency = '%s' order by c.person""".formatted(agency);
    }

    private void awaitReference(String pence) throws Exception {
        facts.await("select reference from line_cost where agency = '" + agency + "'", pence);
    }

    private List<JsonNode> mine(String path) {
        return door.get(path, "analyst").path("results").values().stream()
                .filter(row -> row.path("agency").asString().equals(agency))
                .toList();
    }
}
