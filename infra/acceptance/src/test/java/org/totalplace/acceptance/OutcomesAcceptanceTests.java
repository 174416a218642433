package org.totalplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Outcomes from the agency's file to the person's view. */
@Order(3)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutcomesAcceptanceTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PERSONS = 2_000;
    private static final int OUTCOMES = 100_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    @Order(1)
    void an_outcome_that_is_posted_shows_on_the_persons_view_within_two_seconds() throws Exception {
        Api api = ready();
        String person = personOf(api, 1);

        Instant posted = Instant.now();
        deliver(api, "one.csv", "recordId,reference,measure,value,observedAt\nsingle,P1,feels-safe,6,2024-05-01\n");
        JsonNode view = Api.eventually(
                PATIENCE,
                () -> api.person("/api/v1/people/" + person).json(),
                seen -> seen.path("measures").size() > 0);

        Duration took = Duration.between(posted, Instant.now());
        System.out.println("From posting an outcome to seeing it in the view: " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofSeconds(2));
        assertThat(view.path("measures").get(0).path("measure").asString()).isEqualTo("feels-safe");
    }

    @Test
    @Order(2)
    void a_service_that_is_killed_during_100_000_outcomes_ends_with_exactly_the_right_views() throws Exception {
        Api api = ready();
        StringBuilder csv = new StringBuilder("recordId,reference,measure,value,observedAt\n");
        Map<Integer, TreeMap<LocalDate, Integer>> expected = new TreeMap<>();
        LocalDate first = LocalDate.parse("2024-04-01");
        for (int i = 0; i < OUTCOMES; i++) {
            int person = 2 + i % (PERSONS - 1);
            int round = i / (PERSONS - 1);
            LocalDate day = first.plusDays(round * 3L);
            int value = Math.floorMod(person * 31 + round * 7, 11);
            expected.computeIfAbsent(person, none -> new TreeMap<>()).put(day, value);
            csv.append("r")
                    .append(i)
                    .append(",P")
                    .append(person)
                    .append(",feels-safe,")
                    .append(value)
                    .append(',')
                    .append(day)
                    .append('\n');
        }

        String location = push(api, "many.csv", csv.toString());
        String watched = personOf(api, 2);
        Api.eventually(
                PATIENCE,
                () -> api.person("/api/v1/people/" + watched).json(),
                seen -> seen.path("measures").size() > 0);
        RunningStack.now().kill("outcomes-service");
        assertThat(api.ended("survey", location, PATIENCE).path("status").asString())
                .isEqualTo("published");

        for (int person = 2; person <= PERSONS; person += 7) {
            String id = personOf(api, person);
            TreeMap<LocalDate, Integer> truth = Objects.requireNonNull(expected.get(person));
            Api.eventually(PATIENCE, () -> api.person("/api/v1/people/" + id).json(), seen -> isTrue(seen, truth));
        }
    }

    private static boolean isTrue(JsonNode view, TreeMap<LocalDate, Integer> truth) {
        JsonNode measure = view.path("measures").path(0);
        return measure.path("history").size() == truth.size()
                && measure.path("baseline").path("value").asInt(-1)
                        == truth.firstEntry().getValue()
                && measure.path("latest").path("value").asInt(-1)
                        == truth.lastEntry().getValue()
                && measure.path("latest")
                        .path("date")
                        .asString()
                        .equals(truth.lastKey().toString());
    }

    private Api ready() throws Exception {
        Api api = RunningStack.empty();
        Api.expect(
                api.put(
                        "steward",
                        "/api/v1/outcomes/measures/feels-safe",
                        Map.of(
                                "name",
                                "Feels safe",
                                "definition",
                                "How safe the person feels at home",
                                "unit",
                                "score 0-10",
                                "polarity",
                                "higher",
                                "domain",
                                "social",
                                "minimum",
                                0,
                                "maximum",
                                10)),
                200);
        api.register("outcomes", "survey-outcomes", "survey", "outcomes");
        api.register("journeys", "survey-people", "survey", "people");
        StringBuilder people = new StringBuilder("reference,givenName,familyName,dateOfBirth,sex,postcode\n");
        for (int i = 1; i <= PERSONS; i++) {
            LocalDate born = LocalDate.parse("1930-01-01").plusDays(i * 13L);
            people.append("P%d,%s,%s,%s,F,NM%d %dAB%n"
                    .formatted(i, MadeName.of(i * 7 + 1), MadeName.of(i * 13 + 5), born, i % 30 + 1, i % 9 + 1));
        }
        Path file = Files.writeString(folder.resolve("people.csv"), people.toString());
        JsonNode report = api.ended("survey", api.push("journeys", "survey-people", "survey", file), PATIENCE);
        assertThat(report.path("status").asString()).as(report.toString()).isEqualTo("published");
        return api;
    }

    private static String personOf(Api api, int person) throws InterruptedException {
        return Api.eventually(
                        PATIENCE,
                        () -> api.person("/api/v1/people?agency=survey&reference=P" + person)
                                .json(),
                        answer -> answer.has("personId"))
                .path("personId")
                .asString();
    }

    private void deliver(Api api, String name, String csv) throws Exception {
        JsonNode report = api.ended("survey", push(api, name, csv), PATIENCE);
        assertThat(report.path("status").asString()).as(report.toString()).isEqualTo("published");
    }

    private String push(Api api, String name, String csv) throws Exception {
        return api.push("outcomes", "survey-outcomes", "survey", Files.writeString(folder.resolve(name), csv));
    }
}
