package org.totalplace.journey.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.PersonView;
import org.totalplace.journey.ContactsDoor;
import org.totalplace.journey.JourneyFacts;
import org.totalplace.journey.RunningJourneyService;
import org.totalplace.journey.eventlog.OcelRules;
import org.totalplace.journey.eventlog.XesRules;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.PersonId;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PathwaysIntegrationTests extends RunningJourneyService {

    private static final int PERSONS = 20;

    private final String agency = "ag-" + UUID.randomUUID().toString().substring(0, 8);
    private final String other = "ot-" + UUID.randomUUID().toString().substring(0, 8);
    private final String map = "map-of-" + agency;
    private final JourneyFacts facts = new JourneyFacts(DATABASE);
    private ContactsDoor door = new ContactsDoor(0);

    PathwaysIntegrationTests() throws SQLException {}

    /** Half of the persons are supported in time after their assessment; the others are assessed again and no more. */
    @BeforeAll
    void twenty_persons_on_two_ways() throws Exception {
        door = new ContactsDoor(port);
        door.register(agency);
        door.register(other);
        door.put(
                "/journeys/maps/" + map,
                Map.of(
                        "name",
                        "Two ways",
                        "stages",
                        List.of(
                                Map.of(
                                        "stage",
                                        "assess",
                                        "name",
                                        "Assess",
                                        "expects",
                                        List.of(Map.of("stage", "support", "withinDays", 14, "agency", other))),
                                Map.of("stage", "support", "name", "Support")),
                        "rules",
                        List.of(
                                Map.of("agency", agency, "type", "assessment", "stage", "assess"),
                                Map.of("agency", other, "type", "assessment", "stage", "assess"),
                                Map.of("agency", other, "type", "visit", "stage", "support"))));
        StringBuilder mine = new StringBuilder();
        StringBuilder theirs = new StringBuilder();
        for (int i = 0; i < PERSONS; i++) {
            person(i);
            mine.append("a%d,R%d,TEAM,assessment,2024-06-01,,1,\n".formatted(i, i));
            theirs.append(
                    i < PERSONS / 2
                            ? "v%d,R%d,CARE,visit,2024-06-11,2024-12-11,1,\n".formatted(i, i)
                            : "b%d,R%d,TEAM,assessment,2024-07-01,,1,\n".formatted(i, i));
        }
        facts.ledger(agency, "TEAM", 200_000L, 1);
        door.deliver(agency, mine.toString());
        door.deliver(other, theirs.toString());
        facts.await("select count(*) from contact where agency in ('" + agency + "', '" + other + "')", "40");
        facts.awaitQuiet();
    }

    @AfterAll
    void close() throws SQLException {
        facts.close();
    }

    private void person(int i) throws SQLException {
        UUID person = UUID.randomUUID();
        UUID mine = PSEUDONYMS.subject(new AgencyCode(agency), "R" + i).value();
        facts.link(mine, agency, person);
        facts.link(PSEUDONYMS.subject(new AgencyCode(other), "R" + i).value(), other, person);
        facts.change("""
                insert into identity_record (subject, agency, date_of_birth, postcode, updated_at, delivery, row)
                values ('%s', '%s', '%s', 'NM%d 4AB', '2024-01-01', 1, 1)
                """.formatted(mine, agency, i < PERSONS / 2 ? "1930-01-01" : "1990-01-01", i % 2));
        facts.send(
                Topics.PERSON_VIEWS,
                new PersonId(person).bytes(),
                PersonView.newBuilder()
                        .setPerson(person)
                        .setVersion(1)
                        .setDomains(Map.of("social", i < PERSONS / 2 ? "better" : "unknown"))
                        .setMeasures(List.of())
                        .build());
        facts.flush();
    }

    private JsonNode pathways(String more) {
        return door.get("/journeys/" + map + "/pathways?year=2024-25" + more, "analyst");
    }

    @Test
    void ways_conformance_drop_outs_and_repeated_assessments_are_told_with_their_method() {
        JsonNode answer = pathways("");

        assertThat(answer.at("/persons/value").asInt()).isEqualTo(20);
        assertThat(answer.path("variants").size()).isEqualTo(2);
        assertThat(answer.at("/method/gapDays").asInt()).isEqualTo(30);
        assertThat(answer.at("/conformance/fitness").asInt()).isEqualTo(50);
        assertThat(answer.at("/conformance/expectations/0/never/value").asInt()).isEqualTo(10);
        assertThat(answer.at("/conformance/expectations/0/agency").asString()).isEqualTo(other);
        assertThat(answer.at("/repeatedAssessments/value").asInt()).isEqualTo(10);
        assertThat(answer.at("/repeatedByAgencies/0/again").asString()).isEqualTo(other);
        assertThat(answer.at("/dropOuts/0/persons/value").asInt()).isEqualTo(10);
        assertThat(answer.at("/handOffs/0/persons/value").asInt()).isEqualTo(20);
        assertThat(answer.at("/observedUntil").asString()).isEqualTo("2024-12-11");
    }

    @Test
    void the_method_may_be_set_and_then_says_so() {
        JsonNode answer = pathways("&repeatDays=10&dropOutDays=300");

        assertThat(answer.at("/method/repeatDays").asInt()).isEqualTo(10);
        assertThat(answer.at("/repeatedAssessments/value").asInt()).isZero();
        assertThat(answer.path("dropOuts").isEmpty()).isTrue();
    }

    @Test
    void cohorts_are_asked_for_by_age_and_area_and_few_persons_are_not_told() {
        JsonNode old = pathways("&ageBand=85-and-over");
        JsonNode few = pathways("&ageBand=85-and-over&area=NM0");
        JsonNode bands = door.get("/journeys/" + map + "/pathways/cohorts?year=2024-25&by=age-band", "analyst");

        assertThat(old.at("/persons/value").asInt()).isEqualTo(10);
        assertThat(old.at("/conformance/fitness").asInt()).isEqualTo(100);
        assertThat(few.at("/persons/symbol").asString()).isEqualTo("c");
        assertThat(few.path("variants").isEmpty()).isTrue();
        assertThat(bands.path("groups").size()).isEqualTo(2);
        assertThat(bands.at("/groups/0/cohort").asString()).isEqualTo("25-64");
        assertThat(bands.at("/groups/0/fitness").asInt()).isZero();
        assertThat(bands.at("/notKnown/value").asInt()).isZero();
    }

    @Test
    void two_variants_are_compared_in_cost_and_outcome() throws Exception {
        JsonNode variants = pathways("").path("variants");
        String path = "/journeys/" + map + "/pathways/comparison?year=2024-25&first="
                + variants.at("/0/variant").asString() + "&second="
                + variants.at("/1/variant").asString();
        facts.await("""
                select count(*) from person_outcome
                 where person in (select person from person_subject where agency = '%s')
                """.formatted(agency), "20");

        JsonNode answer = door.get(path, "analyst");

        JsonNode supported = answer.path("first").path("steps").toString().contains("support")
                ? answer.path("first")
                : answer.path("second");
        assertThat(supported.at("/persons/value").asInt()).isEqualTo(10);
        assertThat(supported.at("/costPerPerson/value").decimalValue()).isEqualByComparingTo("100");
        assertThat(supported.at("/outcomes/social/better/value").asInt()).isEqualTo(10);
        assertThat(supported.at("/medianDays").asInt()).isEqualTo(193);
        door.refused("/journeys/" + map + "/pathways/comparison?year=2024-25&first=a&second=b", "analyst", 404);
        String all = "/journeys/" + map + "/pathways/variants?year=2024-25";
        assertThat(door.get(all, "board").path("results").valueStream())
                .containsExactlyInAnyOrder(answer.path("first"), answer.path("second"));
        assertThat(door.get(all + "&most=1", "board").path("results")).hasSize(1);
        assertThat(door.csv(all, "analyst"))
                .contains("costPerPerson,socialBetter,socialSame,socialWorse,socialUnknown,environmentalBetter")
                .contains("," + supported.path("variant").asString() + ",")
                .contains(",10,193,100.00,10,0,0,0,0,");
        door.refused(all + "&most=0", "analyst", 400);
    }

    @Test
    void an_event_log_needs_its_own_purpose_and_tells_no_id_twice() throws Exception {
        String path = "/journeys/" + map + "/event-log?year=2024-25&format=";

        String ocel = door.text(path + "ocel", "analyst", "evaluation");
        String again = door.text(path + "ocel", "analyst", "evaluation");
        String xes = door.text(path + "xes&dates=months", "auditor", "audit");

        assertThat(OcelRules.violations(ocel)).isEmpty();
        assertThat(XesRules.violations(xes)).isEmpty();
        assertThat(OcelRules.ids(ocel, "person"))
                .hasSize(20)
                .doesNotContainAnyElementsOf(OcelRules.ids(again, "person"));
        assertThat(xes).contains("2024-06-01T00:00:00Z").doesNotContain("2024-06-11");
        for (String row : facts.rows("select person from person_subject where agency = '" + agency
                + "' union select subject from person_subject where agency = '" + agency + "'")) {
            assertThat(ocel + xes).doesNotContain(row.substring(1, row.length() - 1));
        }
        door.refused(path + "ocel", "analyst", 403);
    }

    @Test
    void a_rule_out_of_its_range_is_refused_and_an_unknown_map_is_not_found() {
        assertThat(door.refused("/journeys/" + map + "/pathways?year=2024-25&gapDays=0", "analyst", 400)
                        .at("/errors/0/path")
                        .asString())
                .isEqualTo("gapDays");
        door.refused("/journeys/none-such/pathways?year=2024-25", "analyst", 404);
    }
}
