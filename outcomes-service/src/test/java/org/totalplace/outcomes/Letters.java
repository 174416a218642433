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

/** What is read of topics: what was set aside, and what was told last. */
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

    /** What the topic was last told under the key: no bytes for a tombstone, or where nothing was told yet. */
    public static byte[] latest(String topic, byte[] key) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers());
        byte[][] latest = {new byte[0]};
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (Arrays.equals(record.key(), key)) {
                        latest[0] = record.value() == null ? new byte[0] : record.value();
                    }
                });
            }
        }
        return latest[0];
    }

    public static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
