package org.totalplace.outcomes.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.outcomes.OnRunningService;
import org.totalplace.outcomes.OutcomesDoor.Answer;
import tools.jackson.databind.JsonNode;

class ContestsIntegrationTests extends OnRunningService {

    private static final String JSON = "application/json";
    private static final String AGENCY = "contested";
    private static final String OTHER = "contested-too";
    private static final String LIST = "/outcomes/contests/" + AGENCY;

    @Autowired
    ContestsIntegrationTests(KafkaTemplate<byte[], byte[]> kafka) {
        super(kafka);
    }

    @Test
    void the_agency_gets_it_answers_and_the_persons_view_shows_both() throws Exception {
        UUID person = observed("C1");
        String citizen = door.citizen(AGENCY, "C1");

        Answer told = tell(citizen, person, outcome(), "I was never asked that. Ask Mr Hughes.");

        assertThat(told.status()).as(told.body()).isEqualTo(201);
        assertThat(told.json().path("notes").toString()).contains("a name").doesNotContain("Hughes");
        String id = told.json().path("id").asString();
        JsonNode received = only(door.get(AGENCY, LIST + "?state=open&reference=C1"));
        assertThat(received.path("about").path("measure").asString()).isEqualTo("contested-score");
        assertThat(received.path("records").toString()).isEqualTo("[\"C1\"]");
        assertThat(received.path("words").asString()).startsWith("I was never asked");
        assertThat(received.path("overdue").asBoolean()).isFalse();

        Answer answered = door.post(
                AGENCY,
                LIST + "/" + id + "/answer",
                JSON,
                Map.of("decision", "kept", "words", "Our record of that day is signed."));

        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        JsonNode shown = door.viewAs(citizen, person).path("contests").get(0);
        assertThat(shown.path("words").asString()).startsWith("I was never asked");
        assertThat(shown.path("decision").asString()).isEqualTo("kept");
        assertThat(shown.path("answer").asString()).isEqualTo("Our record of that day is signed.");
        assertThat(shown.path("state").asString()).isEqualTo("answered");
        assertThat(door.get(AGENCY, LIST + "?state=open&reference=C1").json().path("results"))
                .isEmpty();
    }

    @Test
    void changes_the_version_of_the_view_so_that_open_pages_hear_of_it() throws Exception {
        UUID person = observed("C2");
        long before = door.view(person).path("version").asLong();

        tell(door.citizen(AGENCY, "C2"), person, outcome(), "Not so");

        assertThat(door.view(person).path("version").asLong()).isGreaterThan(before);
    }

    @Test
    void stays_with_whoever_told_it_when_the_contested_record_turns_out_to_be_somebody_elses() throws Exception {
        UUID person = observed("C3");
        link(OTHER, "O3", person, 1);
        door.viewWhen(person, seen -> seen.path("subjects").size() == 2);
        String citizen = door.citizen(AGENCY, "C3");
        Map<String, String> link = Map.of("kind", "link", "agency", OTHER);
        assertThat(tell(citizen, person, link, "I never had to do with them").status())
                .isEqualTo(201);

        UUID another = UUID.randomUUID();
        link(OTHER, "O3", another, 2);
        door.viewWhen(another, seen -> seen.has("personId"));

        assertThat(door.viewAs(citizen, person).path("contests")).hasSize(1);
        assertThat(door.view(another).path("contests")).isEmpty();
        assertThat(only(door.get(OTHER, "/outcomes/contests/" + OTHER))
                        .path("about")
                        .path("kind")
                        .asString())
                .isEqualTo("link");
    }

    @Test
    void may_be_extended_once_and_withdrawn_before_the_answer_but_not_after() throws Exception {
        UUID person = observed("C4");
        String citizen = door.citizen(AGENCY, "C4");
        String id = tell(citizen, person, Map.of("kind", "contact", "agency", AGENCY, "recordId", "v1"), "Nobody came")
                .json()
                .path("id")
                .asString();
        Map<String, String> why = Map.of("reason", "The file is in the archive");

        assertThat(door.post(AGENCY, LIST + "/" + id + "/extension", JSON, why)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("extended");
        assertThat(door.post(AGENCY, LIST + "/" + id + "/extension", JSON, why).status())
                .isEqualTo(409);
        String withdrawal = "/people/" + person + "/contests/" + id + "/withdrawal";
        assertThat(door.postAs(citizen, withdrawal, Map.of()).status()).isEqualTo(200);
        assertThat(door.postAs(citizen, withdrawal, Map.of()).status()).isEqualTo(409);
        Map<String, String> late = Map.of("decision", "kept", "words", "Too late");
        assertThat(door.post(AGENCY, LIST + "/" + id + "/answer", JSON, late).status())
                .isEqualTo(409);
        assertThat(door.view(person).path("contests").get(0).path("state").asString())
                .isEqualTo("withdrawn");
    }

    @Test
    void is_told_once_for_a_person_whoever_tells_it_and_again_when_it_was_answered() throws Exception {
        UUID person = observed("C12");
        link(OTHER, "O12", person, 1);
        door.viewWhen(person, seen -> seen.path("subjects").size() == 2);
        Map<String, Object> contest = Map.of("about", outcome(), "words", "Not so");

        Answer byTheCitizen = tell(door.citizen(AGENCY, "C12"), person, outcome(), "Not so");
        Answer byTheCitizenOfTheOtherRecord = tell(door.citizen(OTHER, "O12"), person, outcome(), "Not so");
        Answer forThem = door.post("practitioner", "/people/" + person + "/contests", JSON, contest);

        assertThat(byTheCitizen.status()).isEqualTo(201);
        assertThat(byTheCitizenOfTheOtherRecord.body()).contains("already-contested");
        assertThat(forThem.status()).isEqualTo(409);
        String id = byTheCitizen.json().path("id").asString();
        door.post(AGENCY, LIST + "/" + id + "/answer", JSON, Map.of("decision", "kept", "words", "It is so"));
        assertThat(door.post("practitioner", "/people/" + person + "/contests", JSON, contest)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void goes_when_the_person_is_erased() throws Exception {
        UUID person = observed("C5");
        tell(door.citizen(AGENCY, "C5"), person, outcome(), "Not so");

        unlink(AGENCY, "C5");
        door.viewWhen(person, seen -> seen.path("code").asString("").equals("no-such-person"));

        assertThat(door.get(AGENCY, LIST + "?reference=C5").json().path("results"))
                .isEmpty();
    }

    @Test
    void shows_where_everything_comes_from() throws Exception {
        UUID person = observed("C6");

        JsonNode sources = door.getAs(door.citizen(AGENCY, "C6"), "/people/" + person + "/sources")
                .json()
                .path("sources");

        assertThat(sources).hasSize(1);
        assertThat(sources.get(0).path("observations").path("feeds").toString()).isEqualTo("[\"contested-outcomes\"]");
        assertThat(sources.get(0).path("observations").path("count").asInt()).isEqualTo(1);
        assertThat(sources.get(0).path("observations").has("lastDelivered")).isTrue();
    }

    @Nested
    class IsRefused {

        @Test
        void of_a_fact_that_nobody_holds_or_that_is_contested_already() throws Exception {
            UUID person = observed("C7");
            String citizen = door.citizen(AGENCY, "C7");
            Map<String, String> never =
                    Map.of("kind", "outcome", "agency", AGENCY, "measure", "contested-score", "date", "2024-05-02");

            assertThat(tell(citizen, person, never, "Not so").status()).isEqualTo(404);
            assertThat(tell(citizen, person, Map.of("kind", "link", "agency", OTHER), "Not so")
                            .status())
                    .isEqualTo(404);
            assertThat(tell(citizen, person, outcome(), "Not so").status()).isEqualTo(201);
            assertThat(tell(citizen, person, outcome(), "Not so").status()).isEqualTo(409);
            assertThat(tell(citizen, person, outcome(), "").status()).isEqualTo(400);
            assertThat(tell(citizen, person, Map.of("kind", "weather", "agency", AGENCY), "Not so")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void to_everybody_but_the_person_and_to_every_other_agency() throws Exception {
            UUID person = observed("C8");
            observed("C9");
            String stranger = door.citizen(AGENCY, "C9");
            String unknown = door.citizen(AGENCY, "never-delivered");
            for (String path : new String[] {"", "/sources", "/changes", "/goals", "/contests"}) {
                assertThat(door.getAs(stranger, "/people/" + person + path).status())
                        .as(path)
                        .isEqualTo(403);
                assertThat(door.getAs(unknown, "/people/" + person + path).status())
                        .as(path)
                        .isEqualTo(403);
            }
            assertThat(tell(stranger, person, outcome(), "Not so").status()).isEqualTo(403);
            String id = tell(door.citizen(AGENCY, "C8"), person, outcome(), "Not so")
                    .json()
                    .path("id")
                    .asString();
            assertThat(door.get(OTHER, LIST).status()).isEqualTo(403);
            Map<String, String> answer = Map.of("decision", "kept", "words", "Ours now");
            assertThat(door.post(OTHER, LIST + "/" + id + "/answer", JSON, answer)
                            .status())
                    .isEqualTo(403);
            assertThat(door.post(OTHER, "/outcomes/contests/" + OTHER + "/" + id + "/answer", JSON, answer)
                            .status())
                    .isEqualTo(404);
        }
    }

    private UUID observed(String reference) throws Exception {
        UUID person = UUID.randomUUID();
        door.define("contested-score", "higher", "social");
        door.register("contested-outcomes", AGENCY);
        link(AGENCY, reference, person, 1);
        door.deliver(
                "contested-outcomes", AGENCY, HEADER + reference + "," + reference + ",contested-score,4,2024-05-01\n");
        door.viewWhen(person, seen -> seen.path("measures").size() == 1);
        return person;
    }

    private static Map<String, String> outcome() {
        return Map.of("kind", "outcome", "agency", AGENCY, "measure", "contested-score", "date", "2024-05-01");
    }

    private Answer tell(String citizen, UUID person, Map<String, String> about, String words) {
        return door.postAs(citizen, "/people/" + person + "/contests", Map.of("about", about, "words", words));
    }

    private static JsonNode only(Answer answer) {
        JsonNode results = answer.json().path("results");
        assertThat(results).as(answer.body()).hasSize(1);
        return results.get(0);
    }
}
