package org.totalplace.spend.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.spend.PaymentsText.aPaymentsFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.ServiceTotal;
import org.totalplace.local.broker.KafkaServer;
import org.totalplace.local.broker.KafkaSettings;
import org.totalplace.local.postgres.Database;
import org.totalplace.local.process.Folders;
import org.totalplace.local.process.FreePorts;
import org.totalplace.local.servers.RealServers;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.ledger.LedgerFacts;

/** The broker is away while deliveries are posted. */
@DirtiesContext
class OutageIntegrationTests extends RunningSpendService {

    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(30);
    private static final Database OWN = RealServers.postgres().freshDatabase("spend_outage");
    private static final Path FOLDER = folder();
    private static final KafkaSettings SETTINGS =
            new KafkaSettings(FreePorts.any(), FreePorts.any(), FOLDER, List.of());
    private static KafkaServer broker = KafkaServer.start(SETTINGS);

    private final LedgerFacts facts = new LedgerFacts(OWN);

    @DynamicPropertySource
    static void ownServers(DynamicPropertyRegistry registry) {
        registry.add("totalplace.database", () -> "spend_outage");
        registry.add("spring.kafka.bootstrap-servers", () -> broker.bootstrapServers());
    }

    @AfterAll
    static void stop() throws IOException {
        broker.close();
        Folders.delete(FOLDER);
    }

    @Test
    void what_was_posted_meanwhile_is_told_in_order_within_thirty_seconds() throws Exception {
        door().register("outage", "Outage Council");
        push("100.00");
        assertThat(toldUntil(10_000L)).extracting(ServiceTotal::getPence).containsExactly(10_000L);

        broker.close();
        for (String amount : List.of("70.00", "60.00", "50.00")) {
            push(amount);
        }
        assertThat(facts.number("select count(*) from outbox")).isEqualTo(3);
        broker = KafkaServer.start(SETTINGS);
        long restored = System.nanoTime();
        while (facts.number("select count(*) from outbox") > 0
                && elapsed(restored).compareTo(DRAINED_WITHIN) < 0) {
            Thread.sleep(50);
        }

        assertThat(elapsed(restored)).isLessThan(DRAINED_WITHIN);
        List<ServiceTotal> told = toldUntil(5_000L);
        assertThat(told).extracting(ServiceTotal::getVersion).isSorted();
        assertThat(told.stream().map(ServiceTotal::getPence).distinct())
                .containsExactly(10_000L, 7_000L, 6_000L, 5_000L);
    }

    private static Duration elapsed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private void push(String amount) {
        String file =
                aPaymentsFile().paying("Acme", amount, "01/05/2019", "Roads").text();
        assertThat(door().push("outage", "2019-05", file).path("status").asString())
                .isEqualTo("published");
    }

    /** Everything told of the key from the topic's beginning, read until the latest state is this. */
    private static List<ServiceTotal> toldUntil(long pence) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                "outage-" + pence,
                "auto.offset.reset",
                "earliest");
        List<ServiceTotal> told = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.SERVICE_TOTALS.name()));
            for (int attempt = 0; attempt < 60; attempt++) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    if (new String(record.key(), StandardCharsets.UTF_8).startsWith("outage|")) {
                        told.add(Topics.SERVICE_TOTALS.decode(record.value()));
                    }
                }
                if (!told.isEmpty() && told.getLast().getPence() == pence) {
                    return told;
                }
            }
        }
        return told;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("outage-kafka");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
