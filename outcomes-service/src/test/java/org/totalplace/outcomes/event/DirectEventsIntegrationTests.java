package org.totalplace.outcomes.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.same;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.outcomes.Letters;
import org.totalplace.outcomes.OnRunningService;
import org.totalplace.outcomes.observation.TakenEvents;
import org.totalplace.starter.projection.DeadLetters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An agency with direct access writes CloudEvents in binary mode to the topic of its feed. */
class DirectEventsIntegrationTests extends OnRunningService {

    private static final String FEED = "direct-outcomes";
    private static final String TOPIC = "outcomes.events." + FEED;

    private final AwaitedDeliveries deliveries;
    private final TakenEvents taken;

    @Autowired
    DirectEventsIntegrationTests(KafkaTemplate<byte[], byte[]> kafka, AwaitedDeliveries deliveries, TakenEvents taken) {
        super(kafka);
        this.deliveries = deliveries;
        this.taken = taken;
    }

    @BeforeEach
    void register() {
        door.define("direct-score", "higher", "social");
        door.register(FEED, "direct");
    }

    @Test
    void events_show_in_the_view_and_are_told_of_like_a_file() throws Exception {
        UUID person = known("D1");

        send("1", "recorded", "d1", observation("D1", 4));

        shows(person, 4);
        JsonNode report = reports().get(0);
        assertThat(report.path("status").asString()).isEqualTo("published");
        assertThat(report.path("agency").asString()).isEqualTo("direct");
        assertThat(report.path("rows").path("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void a_reference_is_that_of_the_topics_agency_whoever_else_uses_it() throws Exception {
        UUID other = UUID.randomUUID();
        link("somebody-else", "D2", other, 1);
        UUID person = known("D2");

        send("2", "recorded", "d2", observation("D2", 5));

        shows(person, 5);
        assertThat(door.view(other).path("measures").size()).isZero();
    }

    @Test
    void an_event_that_is_sent_again_after_its_correction_changes_nothing() throws Exception {
        UUID person = known("D3");
        send("3a", "recorded", "d3", observation("D3", 4));
        shows(person, 4);
        send("3b", "recorded", "d3", observation("D3", 7));
        shows(person, 7);

        send("3a", "recorded", "d3", observation("D3", 4));
        send("3c", "recorded", "d3-later", observation("D3", 9));

        JsonNode view = door.viewWhen(
                person, seen -> seen.path("measures").path(0).path("history").size() == 2);
        assertThat(view.path("measures").get(0).path("history").toString()).contains("7", "9");
    }

    /** What a consumer does that looked which events are known, was stopped, and comes back after its successor. */
    @Test
    void a_batch_that_comes_after_its_successor_is_refused_whole() throws Exception {
        UUID person = known("D6");
        send("6a", "recorded", "d6", observation("D6", 4));
        shows(person, 4);
        send("6b", "recorded", "d6", observation("D6", 7));
        shows(person, 7);
        List<String> stale = List.of("/direct/system 6-late", "/direct/system 6a");

        AwaitedDeliveries.Ended ended = deliveries.deliver(
                FEED, stale, (line("d6-late", "D6", 2) + line("d6", "D6", 4)).getBytes(StandardCharsets.UTF_8));

        assertThat(ended.refused()).isTrue();
        assertThat(ended.rows()).isEmpty();
        assertThat(ended.why()).contains("another delivery");
        send("6c", "recorded", "d6-later", observation("D6", 9));
        JsonNode view = door.viewWhen(
                person, seen -> seen.path("measures").path(0).path("history").size() == 2);
        assertThat(view.path("measures").get(0).path("history").toString()).contains("7", "9");
    }

    @Test
    void an_event_of_a_late_batch_that_nobody_took_is_taken_all_the_same() throws Exception {
        UUID person = known("D7");
        send("7a", "recorded", "d7", observation("D7", 4));
        shows(person, 4);

        List<String> batch = List.of("/direct/system 7a", "/direct/system 7-new");
        deliveries.deliver(
                FEED, batch, (line("d7", "D7", 4) + line("d7-new", "D7", 2)).getBytes(StandardCharsets.UTF_8));
        send("7-new", "recorded", "d7-new", observation("D7", 6));

        door.viewWhen(
                person, seen -> seen.path("measures").path(0).path("history").size() == 2);
        shows(person, 6);
    }

    @Test
    void a_refused_event_has_its_letter_though_the_service_died_between_the_delivery_and_the_letter() throws Exception {
        String feed = "direct-good-rows";
        door.put(
                "direct",
                "/outcomes/feeds/" + feed,
                Map.of("agency", "direct", "kind", "outcomes", "policy", "accept-good-rows"));
        UUID person = known("D8");
        DeadLetters letters = mock(DeadLetters.class);
        var refused = polled(message("8b", "recorded", "d8-b", observation("D8", 11)));
        var batch = List.of(polled(message("8a", "recorded", "d8-a", observation("D8", 6))), refused);
        doThrow(new IllegalStateException("The letters are away"))
                .doNothing()
                .when(letters)
                .send(any(), any(), anyMap());

        assertThatThrownBy(() -> taking(letters).take(feed, batch)).hasMessageContaining("away");
        taking(letters).take(feed, batch);

        verify(letters, times(2)).send(same(refused), eq("refused"), anyMap());
        verifyNoMoreInteractions(letters);
        shows(person, 6);
        assertThat(taken.known(feed, Set.of("/direct/system 8a", "/direct/system 8b")))
                .containsExactly("/direct/system 8a");
    }

    @Test
    void an_event_that_came_by_http_before_is_taken_once() throws Exception {
        UUID person = known("D9");
        var first = polled(message("9a", "recorded", "d9", observation("D9", 4)));
        var answer = door.post(
                "direct", "/outcomes/feeds/" + FEED + "/events", "application/cloudevents+json", """
                {"specversion": "1.0", "id": "9a", "source": "/direct/system", "type": "org.totalplace.observation.recorded",
                 "subject": "d9", "time": "2024-05-01T10:00:00Z", "data": %s}
                """.formatted(
                                observation("D9", 4)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        TakingEvents taking = taking(mock(DeadLetters.class));

        taking.take(FEED, List.of(first));
        taking.take(FEED, List.of(polled(message("9b", "recorded", "d9", observation("D9", 7)))));
        taking.take(FEED, List.of(first, polled(message("9c", "recorded", "d9-later", observation("D9", 9)))));

        JsonNode view = door.viewWhen(
                person, seen -> seen.path("measures").path(0).path("history").size() == 2);
        assertThat(view.path("measures").get(0).path("history").toString()).contains("7", "9");
    }

    @Test
    void a_record_is_taken_back_by_an_event_without_a_value() throws Exception {
        UUID person = known("D4");
        send("4a", "recorded", "d4-stays", observation("D4", 3));
        send("4b", "recorded", "d4", observation("D4", 8));
        door.viewWhen(
                person, seen -> seen.path("measures").path(0).path("history").size() == 2);

        send("4c", "deleted", "d4", null);

        door.viewWhen(
                person, seen -> seen.path("measures").path(0).path("history").size() == 1);
        shows(person, 3);
    }

    @Test
    void what_is_wrong_is_set_aside_as_it_came_with_the_reason_and_the_rest_is_taken() throws Exception {
        UUID person = known("D5");
        byte[] key = "D5".getBytes(StandardCharsets.UTF_8);

        ProducerRecord<byte[], byte[]> nameless = message("5c", "recorded", "d5", observation("D5", 6));
        nameless.headers().remove("ce_id");

        CompletableFuture.allOf(
                        kafka.send(message("5a", "recorded", "d5", observation("D5", 11))),
                        kafka.send(message("5b", "recorded", "d5", "no event")),
                        kafka.send(nameless),
                        kafka.send(message("5d", "recorded", "d5", observation("D5", 6))))
                .get();

        shows(person, 6);
        List<ConsumerRecord<byte[], byte[]>> letters = Letters.of(TOPIC, key, 3);
        assertThat(letters)
                .extracting(letter -> Letters.header(letter, "totalplace-reason"))
                .containsExactlyInAnyOrder("refused", "format-error", "required-value");
        var refused = letters.stream()
                .filter(letter -> Letters.header(letter, "totalplace-reason").equals("refused"))
                .findFirst()
                .orElseThrow();
        assertThat(Letters.header(refused, "totalplace-message")).contains("0 to 10");
        assertThat(Letters.header(refused, "ce_id")).isEqualTo("5a");
        assertThat(refused.value()).isEqualTo(observation("D5", 11).getBytes(StandardCharsets.UTF_8));
        String report = "/outcomes/feeds/" + FEED + "/deliveries/" + Letters.header(refused, "totalplace-delivery");
        assertThat(door.get("direct", report).json().path("status").asString()).isEqualTo("refused");
    }

    private TakingEvents taking(DeadLetters letters) {
        return new TakingEvents(deliveries, taken, letters, new JsonMapper());
    }

    private static ConsumerRecord<byte[], byte[]> polled(ProducerRecord<byte[], byte[]> message) {
        var polled = new ConsumerRecord<>(TOPIC, 0, 0, message.key(), message.value());
        message.headers().forEach(header -> polled.headers().add(header));
        return polled;
    }

    private UUID known(String reference) throws Exception {
        UUID person = UUID.randomUUID();
        link("direct", reference, person, 1);
        return person;
    }

    private void shows(UUID person, int value) throws InterruptedException {
        door.viewWhen(
                person,
                seen -> seen.path("measures")
                                .path(0)
                                .path("latest")
                                .path("value")
                                .asInt(-1)
                        == value);
    }

    private JsonNode reports() {
        return door.get("direct", "/outcomes/feeds/" + FEED + "/deliveries")
                .json()
                .path("results");
    }

    private void send(String id, String type, String record, @Nullable String data) throws Exception {
        kafka.send(message(id, type, record, data)).get();
    }

    /** The key is the agency's own affair; here it is the reference with which the record's id begins. */
    private static ProducerRecord<byte[], byte[]> message(
            String id, String type, String record, @Nullable String data) {
        byte[] value = data == null ? new byte[0] : data.getBytes(StandardCharsets.UTF_8);
        var message =
                new ProducerRecord<>(TOPIC, record.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8), value);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id,
                        "ce_source",
                        "/direct/system",
                        "ce_type",
                        "org.totalplace.observation." + type,
                        "ce_subject",
                        record,
                        "ce_time",
                        "2024-05-01T10:00:00Z",
                        "content-type",
                        "application/json")
                .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private static String line(String record, String reference, int value) {
        return """
                {"recordId": "%s", "reference": "%s", "measure": "direct-score", "value": %d, "observedAt": "2024-05-01"}
                """.formatted(record, reference, value);
    }

    private static String observation(String reference, int value) {
        return """
                {"reference": "%s", "measure": "direct-score", "value": %d}""".formatted(reference, value);
    }
}
