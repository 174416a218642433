package org.totalplace.starter.projection;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.totalplace.starter.observability.Trace;

/**
 * Sets records aside that no retry can help, as they came and with the reason in headers, on
 * {@code <topic>.dead-letter}.
 */
public final class DeadLetters {

    /** What the topic's name has beyond that of the topic from which a record came. */
    public static final String SUFFIX = ".dead-letter";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final KafkaOperations<byte[], byte[]> kafka;

    DeadLetters(KafkaOperations<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    void send(ConsumerRecord<byte[], byte[]> record, String projection, Exception reason) throws InterruptedException {
        String name = reason.getClass().getSimpleName();
        send(record, name, Map.of("projection", projection));
    }

    /**
     * Returns when the broker has the letter.
     *
     * @param reason in one word, the same for the same kind of fault; it is logged
     * @param told what else whoever reads the letter may want to know, by header; it is not logged
     */
    public void send(ConsumerRecord<byte[], byte[]> record, String reason, Map<String, String> told)
            throws InterruptedException {
        var letter =
                new ProducerRecord<>(record.topic() + SUFFIX, null, record.key(), record.value(), record.headers());
        Map<String, String> headers = new LinkedHashMap<>(told);
        headers.put("reason", reason);
        headers.put("partition", String.valueOf(record.partition()));
        headers.put("offset", String.valueOf(record.offset()));
        headers.forEach(
                (name, value) -> letter.headers().add("totalplace-" + name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            kafka.send(letter).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The dead-letter topic of " + record.topic() + " does not answer", e);
        }
        LOG.warn(
                "Set aside {}-{}@{}: {}, trace {}",
                record.topic(),
                record.partition(),
                record.offset(),
                reason,
                Trace.id(Trace.of(record.headers())).orElse("none"));
    }
}
