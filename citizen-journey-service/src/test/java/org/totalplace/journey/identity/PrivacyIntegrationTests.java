package org.totalplace.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.journey.PeopleOfNorthmoor.await;
import static org.totalplace.journey.PeopleOfNorthmoor.nhsNumber;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.totalplace.contracts.Topics;
import org.totalplace.journey.PeopleOfNorthmoor;
import org.totalplace.local.servers.RealServers;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class PrivacyIntegrationTests {

    private static final PeopleOfNorthmoor NORTHMOOR = new PeopleOfNorthmoor("journey_privacy");
    private static final String NHS = nhsNumber(600_000_001);

    /** Everything that would tell who somebody is, in the spellings that a table or an event might hold. */
    private static final String[] TELLTALES = {
        "Peregrine",
        "Thistlethwaite",
        "Persephone",
        "1933-04-17",
        "17/04/1933",
        "NM1 7XQ",
        "NM17XQ",
        "Larkspur",
        NHS,
        "100012345678",
        "REF-PT-1",
        "REF-PT-2"
    };

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        NORTHMOOR.register(registry);
    }

    @BeforeEach
    void people_who_are_joined_and_doubted(@LocalServerPort int port) {
        NORTHMOOR.at(port);
        NORTHMOOR.deliver(
                "county",
                "REF-PT-1,Peregrine,Thistlethwaite,1933-04-17,M,NM1 7XQ,12 Larkspur Close," + NHS
                        + ",100012345678,2025-01-02");
        NORTHMOOR.deliver(
                "nhs-trust",
                "REF-PT-2,Peregrine,Thistlethwaite,17/04/1933,M,NM17XQ,12 Larkspur Close," + NHS
                        + ",100012345678,2025-01-02");
        NORTHMOOR.deliver("police", "REF-PT-1,Persephone,Abernathy,2001-04-17,F,NM2 2AA,," + NHS + ",,2025-01-02");
        // One file that is refused: its rows are kept for download, but not what says who somebody is.
        NORTHMOOR.deliver("fire", "REF-PT-1,Persephone,Thistlethwaite,1933-04-17,F,NM1 7XQ,,,,", ",Peregrine,,,,,,,,");
        NORTHMOOR.awaitLinked();
    }

    @Test
    void names_dates_and_places_stand_in_the_identity_records_alone() {
        assertThat(NORTHMOOR.texts("select t::text from identity_record t")).anyMatch(row -> row.contains(NHS));
        List<String> tables = NORTHMOOR.texts("""
                select table_name from information_schema.tables
                 where table_schema = 'public' and table_name not in ('identity_record', 'flyway_schema_history')
                """);

        assertThat(tables).contains("person_link", "person_subject", "delivery", "refused_row", "outbox");
        for (String table : tables) {
            assertThat(String.join("\n", NORTHMOOR.texts("select t::text from " + table + " t")))
                    .as("Table " + table)
                    .doesNotContainIgnoringCase(TELLTALES);
        }
    }

    @Test
    void the_clear_reference_is_kept_nowhere() {
        assertThat(String.join("\n", NORTHMOOR.texts("select t::text from identity_record t")))
                .doesNotContain("REF-PT");
    }

    @Test
    void events_tell_of_pseudonyms_only() {
        await(() -> NORTHMOOR.texts("select id from outbox").isEmpty());
        List<String> events = events(Topics.IDENTITY_LINKS.name());

        assertThat(events)
                .anyMatch(event ->
                        event.contains(NORTHMOOR.subject("county", "REF-PT-1").toString()));
        assertThat(String.join("\n", events)).doesNotContainIgnoringCase(TELLTALES);
    }

    private static List<String> events(String topic) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", RealServers.kafka().bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<String> events = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(event -> events.add(new String(event.value(), StandardCharsets.ISO_8859_1)));
            }
            return events;
        }
    }
}
