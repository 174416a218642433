package org.totalplace.outcomes.personview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.contracts.Topics;
import org.totalplace.local.servers.RealServers;
import org.totalplace.local.servers.TokenIssuer;
import org.totalplace.outcomes.OnRunningService;
import org.totalplace.starter.observability.Trace;
import org.totalplace.value.PersonId;

/** One request's trace, from the door through the log and the view to whoever hears of the view. */
class TracesIntegrationTests extends OnRunningService {

    private static final String FEED = "traced-outcomes";
    private static final String AGENCY = "traced";
    private static final String TRACEPARENT = "00-7bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Autowired
    TracesIntegrationTests(KafkaTemplate<byte[], byte[]> kafka) {
        super(kafka);
    }

    @Test
    void what_follows_from_a_request_carries_its_trace() throws Exception {
        door.define("traced-score", "higher", "social");
        door.register(FEED, AGENCY);
        UUID person = UUID.randomUUID();
        link(AGENCY, "T1", person, 1);

        door.web()
                .post()
                .uri("/outcomes/feeds/" + FEED + "/deliveries?name=outcomes.csv")
                .headers(headers -> headers.setBearerAuth(TokenIssuer.shared().agency(AGENCY)))
                .header("traceparent", TRACEPARENT)
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue(HEADER + "1,T1,traced-score,4,2024-05-01\n")
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectHeader()
                .valueEquals("X-Trace-Id", "7bf92f3577b34da6a3ce929d0e0e4736");
        door.viewWhen(person, view -> view.path("measures").size() == 1);

        assertThat(traced(Topics.OBSERVATIONS.name(), subject(AGENCY, "T1").bytes()))
                .isPresent();
        assertThat(traced(Topics.PERSON_VIEWS.name(), new PersonId(person).bytes()))
                .isPresent();
    }

    /** The first record of the key that carries the trace. */
    private static Optional<ConsumerRecord<byte[], byte[]>> traced(String topic, byte[] key) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", RealServers.kafka().bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int poll = 0; poll < 20; poll++) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    if (Arrays.equals(record.key(), key) && TRACEPARENT.equals(Trace.of(record.headers()))) {
                        return Optional.of(record);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
