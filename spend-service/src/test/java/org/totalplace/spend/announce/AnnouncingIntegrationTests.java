package org.totalplace.spend.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.spend.PaymentsText.aPaymentsFile;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.ServiceTotal;
import org.totalplace.local.servers.RealServers;
import org.totalplace.spend.RunningSpendService;

class AnnouncingIntegrationTests extends RunningSpendService {

    private static final String KEY = "telling|Home care|2019|payment";

    @Test
    void every_change_of_a_service_line_is_told_in_order_until_it_has_no_lines() throws Exception {
        door().register("telling", "Telling Council");
        push("100.00", "Home care");
        push("70.00", "Home care");
        push("1.00", "Parks");

        List<ServiceTotal> told = told(3);

        assertThat(told).extracting(ServiceTotal::getPence).containsExactly(10_000L, 7_000L, 0L);
        assertThat(told).extracting(ServiceTotal::getLines).containsExactly(1L, 1L, 0L);
        assertThat(told).extracting(ServiceTotal::getVersion).isSorted().doesNotHaveDuplicates();
        assertThat(told.getFirst().getService()).isEqualTo("Home care");
        assertThat(told.getFirst().getYear()).isEqualTo(2019);
    }

    private void push(String amount, String service) {
        String file =
                aPaymentsFile().paying("Acme", amount, "01/05/2019", service).text();
        assertThat(door().push("telling", "2019-05", file).path("status").asString())
                .isEqualTo("published");
    }

    private static List<ServiceTotal> told(int count) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", RealServers.kafka().bootstrapServers(),
                "group.id", "announcing-tests",
                "auto.offset.reset", "earliest");
        List<ServiceTotal> told = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.SERVICE_TOTALS.name()));
            for (int attempt = 0; attempt < 60 && told.size() < count; attempt++) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    if (new String(record.key(), StandardCharsets.UTF_8).equals(KEY)) {
                        told.add(Topics.SERVICE_TOTALS.decode(record.value()));
                    }
                }
            }
        }
        return told;
    }
}
