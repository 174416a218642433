package org.totalplace.outcomes.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class KafkaMessagesTests {

    private static final String DATA = """
            {"reference": "R1", "measure": "ons-happy", "value": 7}""";

    @Test
    void in_binary_mode_have_their_context_in_headers() {
        assertThat(read(headers(Map.of()), DATA)).isInstanceOfSatisfying(CloudEvents.Read.Records.class, read -> {
            Map<String, Object> record = read.records().getFirst();
            assertThat(record)
                    .containsEntry("recordId", "c1")
                    .containsEntry("observedAt", "2024-05-01T10:00:00Z")
                    .containsEntry("deliveredAs", "/system 1");
            assertThat(record.get("value")).hasToString("7");
        });
    }

    @Test
    void of_a_deletion_need_no_value() {
        assertThat(read(headers(Map.of("ce_type", CloudEvents.DELETED)), null))
                .isInstanceOfSatisfying(
                        CloudEvents.Read.Records.class,
                        read -> assertThat(read.records().getFirst())
                                .containsEntry("recordId", "c1")
                                .containsEntry("deleted", "true"));
    }

    @Test
    void in_structured_mode_are_the_event() {
        String event = """
                {"specversion": "1.0", "id": "1", "source": "/system", "type": "%s", "subject": "c1", "data": %s}
                """.formatted(CloudEvents.RECORDED, DATA);

        assertThat(read(Map.of("content-type", "application/cloudevents+json; charset=utf-8"), event))
                .isInstanceOf(CloudEvents.Read.Records.class);
    }

    @Test
    void that_are_no_events_are_refused_where_they_are_wrong() {
        assertThat(path(Map.of(), DATA)).isEqualTo("specversion");
        assertThat(path(headers(Map.of("ce_id", " ")), DATA)).isEqualTo("id");
        assertThat(path(headers(Map.of("ce_type", "other")), DATA)).isEqualTo("type");
        assertThat(path(headers(Map.of()), null)).isEqualTo("data");
        assertThat(path(headers(Map.of()), "{\"value\": ")).isEqualTo("data");
        assertThat(path(headers(Map.of()), "{\"name\": \"Ann\"}")).isEqualTo("data.name");
        assertThat(path(headers(Map.of("content-type", "application/avro")), DATA))
                .isEqualTo("content-type");
        assertThat(path(Map.of("content-type", "application/cloudevents+json"), null))
                .isEqualTo("$");
    }

    private static Map<String, String> headers(Map<String, String> others) {
        Map<String, String> headers = new HashMap<>(Map.of(
                "ce_specversion",
                "1.0",
                "ce_type",
                CloudEvents.RECORDED,
                "ce_source",
                "/system",
                "ce_id",
                "1",
                "ce_subject",
                "c1",
                "ce_time",
                "2024-05-01T10:00:00Z"));
        headers.putAll(others);
        return headers;
    }

    private static String path(Map<String, String> headers, @Nullable String value) {
        return read(headers, value) instanceof CloudEvents.Read.Refused refused
                ? refused.errors().getFirst().path()
                : "taken";
    }

    private static CloudEvents.Read read(Map<String, String> headers, @Nullable String value) {
        return KafkaMessages.read(
                headers, value == null ? null : value.getBytes(StandardCharsets.UTF_8), new JsonMapper());
    }
}
