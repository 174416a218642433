package org.totalplace.journey.personcost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.totalplace.journey.ContactsOfOneAgency;
import org.totalplace.local.servers.TokenIssuer;
import org.totalplace.value.AgencyCode;
import tools.jackson.databind.JsonNode;

class PersonCostIntegrationTests extends ContactsOfOneAgency {

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final String other = "pd-" + tag;

    @BeforeEach
    void registerTheOther() {
        door.register(other);
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
    void doubt_that_leads_from_one_to_the_next_is_followed_to_a_hundred_persons_and_no_further() throws Exception {
        for (int n = 0; n <= 105; n++) {
            facts.link(subject(agency, "T" + n), agency, new UUID(tag.hashCode(), 1_000 + n));
            if (n > 0) {
                facts.likely(subject(agency, "T" + (n - 1)), subject(agency, "T" + n), 0.6, "attention");
            }
        }

        assertThat(doubtOf(1_000).path("moreTied").asBoolean()).isTrue();
        assertThat(doubtOf(1_050).path("moreTied").asBoolean()).isTrue();
    }

    private JsonNode doubtOf(int person) throws InterruptedException {
        return door.when(
                        "/people/" + new UUID(tag.hashCode(), person) + "/costs",
                        TokenIssuer.shared().role("practitioner"),
                        answer -> answer.path("doubt").path("tiedPersons").asInt() == 100)
                .path("doubt");
    }

    /** Ten persons of two subjects, of which the newer record has no postcode, ten of one; twelve of them are old. */
    private void twentyPersonsOnAMapOfTwoStages() throws Exception {
        door.put(
                "/journeys/maps/" + map,
                Map.of(
                        "name",
                        "A map",
                        "stages",
                        List.of(
                                Map.of("stage", "support", "name", "Support"),
                                Map.of("stage", "review", "name", "Review")),
                        "rules",
                        List.of(
                                Map.of("stage", "support", "agency", agency, "priority", 1),
                                Map.of("stage", "review", "agency", agency, "priority", 2, "from", "2024-06-01"))));
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            facts.link(subject(agency, "M" + i), agency, new UUID(tag.hashCode(), 100 + i));
            facts.change("""
                    insert into identity_record (subject, agency, date_of_birth, postcode, updated_at, delivery, row)
                    values ('%s', '%s', '%s', 'NM%d 4AB', '2024-01-01', 1, 1)
                    """.formatted(subject(agency, "M" + i), agency, i < 12 ? "1935-01-01" : "1990-01-01", i % 2));
            rows.append("m%d,M%d,CARE,visit,2024-05-01,,%d,\n".formatted(i, i, i < 10 ? 3 : 1));
        }
        for (int i = 0; i < 10; i++) {
            facts.link(subject(agency, "N" + i), agency, new UUID(tag.hashCode(), 100 + i));
            facts.likely(subject(agency, "M" + i), subject(agency, "N" + i), 0.95, "join");
            facts.change("""
                    insert into identity_record (subject, agency, postcode, updated_at, delivery, row)
                    values ('%s', '%s', 'not known', '2025-01-01', 1, 1)
                    """.formatted(subject(agency, "N" + i), agency));
            rows.append("n%d,N%d,CARE,visit,2024-06-01,,1,\n".formatted(i, i));
        }
        for (int i = 10; i < 20; i += 2) {
            facts.likely(subject(agency, "M" + i), subject(agency, "M" + (i + 1)), 0.7, "attention");
        }
        door.deliver(agency, rows.toString());
        facts.ledger(agency, "CARE", 400_000, 1);
        facts.await("select attributed from line_cost where agency = '" + agency + "'", "400000");
        facts.awaitQuiet();
    }

    @Test
    void a_map_tells_its_cost_by_stage_and_on_how_few_it_falls() throws Exception {
        twentyPersonsOnAMapOfTwoStages();

        JsonNode costs = door.get("/journeys/" + map + "/costs?year=2024-25", "analyst");
        assertThat(stagesAndCosts(costs)).containsExactly("support 3200.00", "review 800.00");
        assertThat(costs.path("costAPerson").path("value").decimalValue()).isEqualByComparingTo("200.00");
        assertThat(costs.path("costAPerson").path("low").decimalValue()).isEqualByComparingTo("133.33");
        assertThat(costs.path("costAPerson").path("high").decimalValue()).isEqualByComparingTo("266.67");
        assertThat(costs.path("persons").path("low").path("value").asInt()).isEqualTo(15);
        assertThat(costs.path("persons").path("value").path("value").asInt()).isEqualTo(20);
        assertThat(costs.path("persons").path("high").path("value").asInt()).isEqualTo(30);
        assertThat(costs.path("total").path("local").decimalValue()).isEqualByComparingTo("4000.00");
        assertThat(door.csv("/journeys/" + map + "/costs?year=2024-25", "board"))
                .contains(map + ",2024-25,support," + agency + ",local,20,3200.00");

        JsonNode bands = door.get("/journeys/concentration?year=2024-25&map=" + map, "board")
                .path("bands");
        assertThat(bands.path(0).path("persons").path("symbol").asString()).isEqualTo("c");
        assertThat(bands.path(2).path("share").isNull()).isTrue();
        assertThat(bands.path(3).path("share").decimalValue()).isEqualByComparingTo("100.0");
    }

    @Test
    void a_person_and_a_cohort_are_told_their_cost_by_the_stages_of_rules_with_a_time() throws Exception {
        twentyPersonsOnAMapOfTwoStages();

        JsonNode old = door.get("/journeys/" + map + "/costs?year=2024-25&ageBand=85-and-over", "analyst");
        assertThat(old.path("ageBand").asString()).isEqualTo("85-and-over");
        assertThat(old.at("/persons/value/value").asInt()).isEqualTo(10);
        // 2,560 of twelve persons are 210 each to two figures, and ten persons are published.
        assertThat(stagesAndCosts(old)).containsExactly("support 2100.00", "review 800.00");
        assertThat(door.get("/journeys/" + map + "/costs?year=2024-25&ageBand=85-and-over&area=NM0", "analyst")
                        .at("/cells/0/cost/symbol")
                        .asString())
                .isEqualTo("c");
        assertThat(door.get("/journeys/concentration?year=2024-25&area=nm1&map=" + map, "board")
                        .at("/bands/3/persons/value")
                        .asInt())
                .isEqualTo(10);

        JsonNode mine = costs(new UUID(tag.hashCode(), 100));
        assertThat(mine.path("lines")
                        .valueStream()
                        .map(line -> line.path("stage").asString() + " "
                                + line.path("cost").decimalValue().setScale(2)))
                .containsExactly("review 80.00", "support 240.00");
    }

    /** Of a pound three contacts cost a third each: the penny left over falls on the same part wherever it is told. */
    @Test
    void what_is_told_of_a_persons_journeys_costs_to_the_penny_what_their_stages_do() throws Exception {
        String later = map + "-later";
        rules(later, Map.of("stage", "review", "agency", agency, "priority", 2, "from", "2024-06-01"));
        rules(
                map,
                Map.of("stage", "support", "agency", agency, "priority", 1),
                Map.of("stage", "review", "agency", agency, "priority", 3, "from", "2024-07-01"));
        UUID person = person("T");
        door.deliver(
                agency,
                "t1,T,CARE,visit,2024-05-01,,1,\nt2,T,CARE,visit,2024-06-01,,1,\nt3,T,CARE,visit,2024-07-01,,1,\n");
        facts.ledger(agency, "CARE", 100, 1);
        facts.await("select attributed from line_cost where agency = '" + agency + "'", "100");
        facts.awaitQuiet();

        List<String> lines = costs(person)
                .path("lines")
                .valueStream()
                .map(line -> line.path("map").asString() + " "
                        + line.path("cost").decimalValue().setScale(2))
                .toList();

        assertThat(lines).containsExactlyInAnyOrder(map + " 0.34", map + " 0.33", later + " 0.33");
        assertThat(facts.rows("""
                        select j ->> 'map' as map, j ->> 'pence' as pence
                          from person_journeys cross join lateral jsonb_array_elements(state -> 'journeys') j
                         where person = '%s' order by map
                        """.formatted(person))).containsExactly("(" + map + ",67)", "(" + later + ",33)");
    }

    @SafeVarargs
    private void rules(String code, Map<String, Object>... rules) {
        door.put(
                "/journeys/maps/" + code,
                Map.of(
                        "name",
                        "A map",
                        "stages",
                        List.of(
                                Map.of("stage", "support", "name", "Support"),
                                Map.of("stage", "review", "name", "Review")),
                        "rules",
                        List.of(rules)));
    }

    @Test
    void who_asks_what_a_person_did_or_cost_that_was_joined_into_another_is_sent_on() throws Exception {
        UUID former = UUID.randomUUID();
        UUID now = person("J");
        facts.change("insert into joined_person (person, subject, joined_at) values ('%s', '%s', '2024-01-01')"
                .formatted(former, subject("J")));

        for (String question : List.of("contacts", "costs", "links")) {
            asSteward("/people/" + former + "/" + question)
                    .expectStatus()
                    .isTemporaryRedirect()
                    .expectHeader()
                    .location("/api/v1/people/" + now + "/" + question)
                    .expectBody()
                    .jsonPath("$.movedTo")
                    .isEqualTo(now.toString());
            asSteward("/people/" + UUID.randomUUID() + "/" + question)
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("person-unknown");
        }
    }

    private WebTestClient.ResponseSpec asSteward(String path) {
        return door.web()
                .get()
                .uri(path)
                .headers(headers -> {
                    headers.setBearerAuth(TokenIssuer.shared().role("steward"));
                    headers.set("X-Purpose", "safeguarding");
                })
                .exchange();
    }

    private static List<String> stagesAndCosts(JsonNode costs) {
        return costs.path("cells")
                .valueStream()
                .map(cell -> cell.path("stage").asString() + " "
                        + cell.at("/cost/value").decimalValue().setScale(2))
                .toList();
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
