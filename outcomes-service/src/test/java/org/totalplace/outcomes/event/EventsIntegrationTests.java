package org.totalplace.outcomes.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.outcomes.OnRunningService;
import org.totalplace.outcomes.OutcomesDoor;
import tools.jackson.databind.JsonNode;

class EventsIntegrationTests extends OnRunningService {

    private static final String EVENTS = "/outcomes/feeds/single-outcomes/events";
    private static final String JSON = "application/json";

    @Autowired
    EventsIntegrationTests(KafkaTemplate<byte[], byte[]> kafka) {
        super(kafka);
    }

    @BeforeEach
    void register() {
        door.define("single-score", "higher", "social");
        door.register("single-outcomes", "single");
    }

    @Test
    void one_observation_shows_in_the_view_and_its_report_is_that_of_a_delivery() throws Exception {
        UUID person = UUID.randomUUID();
        link("single", "E1", person, 1);

        JsonNode report = ended(door.post("single", EVENTS, JSON, observation("e1", "E1", 4, "2024-05-01T09:30:00")));

        assertThat(report.path("status").asString()).as(report.toString()).isEqualTo("published");
        assertThat(report.path("rows").path("accepted").asInt()).isEqualTo(1);
        assertThat(latest(person, 4)).isTrue();
    }

    @Test
    void a_correction_and_the_correction_back_both_count() throws Exception {
        UUID person = UUID.randomUUID();
        link("single", "E2", person, 1);

        for (int value : new int[] {4, 7, 4}) {
            ended(door.post("single", EVENTS, JSON, observation("e2", "E2", value, "2024-05-01")));
            assertThat(latest(person, value)).isTrue();
        }
    }

    @Test
    void a_record_that_is_taken_back_is_gone_and_a_late_copy_of_it_does_not_return() throws Exception {
        UUID person = UUID.randomUUID();
        link("single", "E3", person, 1);
        ended(door.post("single", EVENTS, JSON, observation("e3", "E3", 4, "2024-05-01")));
        ended(door.post("single", EVENTS, JSON, observation("e4", "E3", 9, "2024-06-01")));
        assertThat(latest(person, 9)).isTrue();

        JsonNode report = ended(door.delete("single", "/outcomes/feeds/single-outcomes/records/e4"));

        assertThat(report.path("status").asString()).as(report.toString()).isEqualTo("published");
        assertThat(latest(person, 4)).isTrue();
    }

    @Test
    void a_wrong_observation_is_refused_with_the_reason_that_a_file_would_get() throws Exception {
        JsonNode report = ended(door.post("single", EVENTS, JSON, observation("e5", "E5", 11, "2024-05-01")));

        assertThat(report.path("status").asString()).isEqualTo("refused");
        assertThat(report.path("problems").toString()).contains("0 to 10").doesNotContain("E5");
    }

    @Test
    void cloud_events_are_taken_structured_and_batched_late_and_twice() throws Exception {
        UUID person = UUID.randomUUID();
        link("single", "E6", person, 1);
        String early = event("1", "recorded", "2024-05-01T10:00:00Z", "c1", 3);
        String late = event("2", "recorded", "2024-08-01T10:00:00Z", "c2", 8);

        ended(door.post("single", EVENTS, "application/cloudevents+json", late));
        JsonNode first = ended(
                door.post("single", EVENTS, "application/cloudevents-batch+json", "[" + early + "," + late + "]"));
        JsonNode again = ended(
                door.post("single", EVENTS, "application/cloudevents-batch+json", "[" + early + "," + late + "]"));

        assertThat(again.path("id")).isEqualTo(first.path("id"));
        JsonNode view = door.viewWhen(
                person, seen -> seen.path("measures").path(0).path("history").size() == 2);
        assertThat(view.path("measures").get(0).path("baseline").path("value").asInt())
                .isEqualTo(3);

        ended(door.post(
                "single",
                EVENTS,
                "application/cloudevents+json",
                event("3", "deleted", "2024-09-01T10:00:00Z", "c2", 0)));
        assertThat(latest(person, 3)).isTrue();
    }

    @Test
    void a_cloud_event_that_is_sent_again_in_other_company_does_not_undo_its_correction() throws Exception {
        UUID person = UUID.randomUUID();
        link("single", "E7", person, 1);
        String batched = "application/cloudevents-batch+json";
        String first = ofE7("r1", "recorded", "2024-05-01T10:00:00Z", "r", 5);
        String correction = ofE7("r2", "recorded", "2024-05-01T10:00:00Z", "r", 7);
        String news = ofE7("r3", "recorded", "2024-04-01T10:00:00Z", "r-too", 2);
        ended(door.post("single", EVENTS, "application/cloudevents+json", first));
        JsonNode corrected = ended(door.post("single", EVENTS, batched, "[" + correction + "," + correction + "]"));

        JsonNode again = ended(door.post("single", EVENTS, batched, "[" + first + "," + news + "]"));
        JsonNode once = ended(door.post("single", EVENTS, batched, "[" + correction + "]"));

        assertThat(again.path("rows").path("read").asInt()).as(again.toString()).isEqualTo(1);
        assertThat(once.path("id")).isEqualTo(corrected.path("id"));
        JsonNode view = door.viewWhen(person, seen -> seen.toString().contains("2024-04-01"));
        assertThat(view.toString()).contains("\"value\":7").doesNotContain("\"value\":5");
    }

    @Test
    void a_batch_with_one_event_that_is_none_is_refused_whole() {
        OutcomesDoor.Answer answer = door.post(
                "single",
                EVENTS,
                "application/cloudevents-batch+json",
                "[" + event("7", "recorded", "2024-05-01T10:00:00Z", "c7", 3) + ",{\"id\":\"8\",\"source\":\"/x\"}]");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").get(0).path("path").asString()).isEqualTo("[1].specversion");
    }

    @Test
    void another_agency_may_not_speak_for_this_one() {
        assertThat(door.post("other", EVENTS, JSON, observation("e9", "E9", 4, "2024-05-01"))
                        .status())
                .isEqualTo(403);
    }

    private JsonNode ended(OutcomesDoor.Answer answer) throws InterruptedException {
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return door.ended("single-outcomes", "single", answer.json().path("id").asString());
    }

    private boolean latest(UUID person, int value) throws InterruptedException {
        door.viewWhen(
                person,
                seen -> seen.path("measures")
                                .path(0)
                                .path("latest")
                                .path("value")
                                .asInt(-1)
                        == value);
        return true;
    }

    private static Map<String, Object> observation(String record, String reference, int value, String at) {
        return Map.of(
                "recordId",
                record,
                "reference",
                reference,
                "measure",
                "single-score",
                "value",
                value,
                "observedAt",
                at);
    }

    private static String ofE7(String id, String type, String time, String record, int value) {
        return event(id, type, time, record, value).replace("E6", "E7");
    }

    private static String event(String id, String type, String time, String record, int value) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "/single/system", "type": "org.totalplace.observation.%s",
                 "time": "%s", "subject": "%s", "data": {"reference": "E6", "measure": "single-score", "value": %d}}
                """.formatted(id, type, time, record, value);
    }
}
