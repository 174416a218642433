package org.totalplace.outcomes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.totalplace.local.servers.RealServers;

/** What was set aside. */
public final class Letters {

    private Letters() {}

    /** The dead letters of a topic with this key, once there are as many as expected. */
    public static List<ConsumerRecord<byte[], byte[]>> of(String topic, byte[] key, int expected) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers());
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic + ".dead-letter", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            for (int poll = 0; poll < 20 && letters.size() < expected; poll++) {
                consumer.poll(Duration.ofMillis(500)).forEach(letter -> {
                    if (Arrays.equals(letter.key(), key)) {
                        letters.add(letter);
                    }
                });
            }
        }
        return letters;
    }

    public static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
