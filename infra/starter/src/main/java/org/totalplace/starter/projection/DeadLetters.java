package org.totalplace.starter.projection;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Sets records aside that no retry can help, as raw bytes with the reason in headers, on {@code <topic>.dead-letter}.
 */
final class DeadLetters {

    static final String SUFFIX = ".dead-letter";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final KafkaOperations<byte[], byte[]> kafka;

    DeadLetters(KafkaOperations<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    void send(ConsumerRecord<byte[], byte[]> record, String projection, Exception reason) throws InterruptedException {
        var letter = new ProducerRecord<>(record.topic() + SUFFIX, record.key(), record.value());
        header(letter, "projection", projection);
        header(letter, "reason", reason.getClass().getSimpleName());
        header(letter, "partition", String.valueOf(record.partition()));
        header(letter, "offset", String.valueOf(record.offset()));
        try {
            kafka.send(letter).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The dead-letter topic of " + record.topic() + " does not answer", e);
        }
        LOG.warn(
                "Set aside {}-{}@{} for projection {}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                projection,
                reason.getClass().getSimpleName());
    }

    private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().add("totalplace-" + name, value.getBytes(StandardCharsets.UTF_8));
    }
}
