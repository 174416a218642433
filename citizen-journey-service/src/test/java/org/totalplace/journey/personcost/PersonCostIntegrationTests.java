package org.totalplace.journey.personcost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.ContactsDoor;
import org.totalplace.journey.JourneyFacts;
import org.totalplace.journey.RunningJourneyService;
import org.totalplace.local.servers.TokenIssuer;
import org.totalplace.value.AgencyCode;
import tools.jackson.databind.JsonNode;

class PersonCostIntegrationTests extends RunningJourneyService {

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final String agency = "pc-" + tag;
    private final String other = "pd-" + tag;
    private final JourneyFacts facts = new JourneyFacts(DATABASE);
    private ContactsDoor door = new ContactsDoor(0);

    PersonCostIntegrationTests() throws SQLException {}

    @BeforeEach
    void register() {
        door = new ContactsDoor(port);
        door.register(agency);
        door.register(other);
    }

    @AfterEach
    void close() throws SQLException {
        facts.close();
    }

    @Test
    void a_persons_cost_has_the_range_that_its_links_leave() throws Exception {
        UUID person = new UUID(tag.hashCode(), 1);
        UUID doubted = new UUID(tag.hashCode(), 2);
        facts.link(subject(agency, "A"), agency, person);
        facts.link(subject(other, "A"), other, person);
        facts.link(subject(agency, "B"), agency, doubted);
        facts.likely(subject(agency, "A"), subject(other, "A"), 0.95, "join");
        facts.likely(subject(other, "A"), subject(agency, "B"), 0.60, "attention");
        door.deliver(agency, "a1,A,CARE,visit,2024-05-01,,2,\na2,B,CARE,visit,2024-05-01,,1,\n");
        door.deliver(other, "b1,A,BEDS,night,2024-05-01,,1,\n");
        facts.ledger(agency, "CARE", 30_000, 1);
        door.put(
                "/journeys/reference-costs",
                List.of(Map.of(
                        "agency", other, "service", "BEDS", "cost", 50, "source", "A study", "year", "2024-25", "grade",
                        2)));
        facts.await("select reference from line_cost where agency = '" + other + "'", "5000");
        facts.await("select attributed from line_cost where agency = '" + agency + "'", "30000");

        JsonNode answer = costs(person);

        JsonNode year = answer.path("years").path(0);
        BigDecimal low = year.path("fiscal").path("low").decimalValue();
        assertThat(low).isEqualByComparingTo(keepsTheCare() ? "200.00" : "50.00");
        assertThat(year.path("fiscal").path("value").decimalValue()).isEqualByComparingTo("250.00");
        assertThat(year.path("fiscal").path("high").decimalValue()).isEqualByComparingTo("350.00");
        assertThat(year.path("ofWhichReference").decimalValue()).isEqualByComparingTo("50.00");
        assertThat(answer.path("lines")
                        .valueStream()
                        .map(line -> line.path("basis").asString()))
                .containsExactly("local", "reference");
        assertThat(answer.path("doubt").path("certainSubjects").asInt()).isEqualTo(1);
        assertThat(answer.path("doubt").path("tiedPersons").asInt()).isEqualTo(1);
        JsonNode contacts = door.pathwayWhen(
                person, seen -> seen.path("cost").decimalValue().intValue() == 250);
        assertThat(contacts.path("results")
                        .valueStream()
                        .map(contact -> contact.path("basis").asString()))
                .containsExactlyInAnyOrder("local", "reference");
    }

    /** Of two subjects alone the smaller one keeps the person's id. */
    private boolean keepsTheCare() {
        return subject(agency, "A").toString().compareTo(subject(other, "A").toString()) < 0;
    }

    @Test
    void a_certain_link_leaves_no_range() throws Exception {
        UUID person = UUID.randomUUID();
        facts.link(subject(agency, "A"), agency, person);
        facts.link(subject(other, "A"), other, person);
        facts.likely(subject(agency, "A"), subject(other, "A"), 0.9999, "join");
        door.deliver(agency, "a1,A,CARE,visit,2024-05-01,,2,\n");
        facts.ledger(agency, "CARE", 12_345, 1);
        facts.await("select attributed from line_cost where agency = '" + agency + "'", "12345");

        JsonNode fiscal = costs(person).path("years").path(0).path("fiscal");

        assertThat(fiscal.path("low").decimalValue()).isEqualByComparingTo("123.45");
        assertThat(fiscal.path("high").decimalValue()).isEqualByComparingTo("123.45");
    }

    @Test
    void a_map_tells_its_cost_by_stage_and_on_how_few_it_falls() throws Exception {
        String map = "map-" + tag;
        door.put(
                "/journeys/maps/" + map,
                Map.of(
                        "name",
                        "A map",
                        "stages",
                        List.of(Map.of("stage", "support", "name", "Support")),
                        "rules",
                        List.of(Map.of("stage", "support", "agency", agency, "priority", 1))));
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            facts.link(subject(agency, "M" + i), agency, new UUID(tag.hashCode(), 100 + i));
            rows.append("m%d,M%d,CARE,visit,2024-05-01,,%d,\n".formatted(i, i, i < 10 ? 3 : 1));
        }
        for (int i = 0; i < 10; i++) {
            facts.link(subject(agency, "N" + i), agency, new UUID(tag.hashCode(), 100 + i));
            facts.likely(subject(agency, "M" + i), subject(agency, "N" + i), 0.95, "join");
            rows.append("n%d,N%d,CARE,visit,2024-06-01,,1,\n".formatted(i, i));
        }
        for (int i = 10; i < 20; i += 2) {
            facts.likely(subject(agency, "M" + i), subject(agency, "M" + (i + 1)), 0.7, "attention");
        }
        door.deliver(agency, rows.toString());
        facts.ledger(agency, "CARE", 400_000, 1);
        facts.await("select attributed from line_cost where agency = '" + agency + "'", "400000");
        facts.awaitQuiet();

        JsonNode costs = door.get("/journeys/" + map + "/costs?year=2024-25", "analyst");
        assertThat(costs.path("cells").path(0).path("cost").path("value").decimalValue())
                .isEqualByComparingTo("4000.00");
        assertThat(costs.path("costAPerson").path("value").decimalValue()).isEqualByComparingTo("200.00");
        assertThat(costs.path("costAPerson").path("low").decimalValue()).isEqualByComparingTo("133.33");
        assertThat(costs.path("costAPerson").path("high").decimalValue()).isEqualByComparingTo("266.67");
        assertThat(costs.path("persons").path("low").path("value").asInt()).isEqualTo(15);
        assertThat(costs.path("persons").path("value").path("value").asInt()).isEqualTo(20);
        assertThat(costs.path("persons").path("high").path("value").asInt()).isEqualTo(30);
        assertThat(costs.path("total").path("local").decimalValue()).isEqualByComparingTo("4000.00");
        assertThat(door.csv("/journeys/" + map + "/costs?year=2024-25", "board"))
                .contains(map + ",2024-25,support," + agency + ",local,20,4000.00");

        JsonNode bands = door.get("/journeys/concentration?year=2024-25&map=" + map, "board")
                .path("bands");
        assertThat(bands.path(0).path("persons").path("symbol").asString()).isEqualTo("c");
        assertThat(bands.path(2).path("share").isNull()).isTrue();
        assertThat(bands.path(3).path("share").decimalValue()).isEqualByComparingTo("100.0");
    }

    @Test
    void an_unknown_map_is_not_found_and_an_agency_may_not_ask() {
        assertThat(status(
                        "/journeys/no-such-map/costs?year=2024-25",
                        TokenIssuer.shared().role("analyst")))
                .isEqualTo(404);
        assertThat(status(
                        "/journeys/concentration?year=2024-25",
                        TokenIssuer.shared().agency(agency)))
                .isEqualTo(403);
    }

    private int status(String path, String token) {
        return door.web()
                .get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private JsonNode costs(UUID person) throws InterruptedException {
        return door.when(
                "/people/" + person + "/costs",
                TokenIssuer.shared().role("practitioner"),
                answer -> answer.path("years").size() == 1);
    }

    private static UUID subject(String of, String reference) {
        return PSEUDONYMS.subject(new AgencyCode(of), reference).value();
    }
}
