package org.totalplace.intake.log;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.totalplace.contracts.Topic;
import org.totalplace.intake.delivery.Delivery;
import org.totalplace.intake.delivery.Posting;
import org.totalplace.starter.bulk.BulkDatabase;

/**
 * Where deliveries of events go: the log first. A delivery is one producer transaction, accepted when that commits;
 * consumers that read what is committed see all of it or nothing. A crash between commit and record writes the same
 * events again, with the same versions.
 */
public final class EventLog implements DisposableBean {

    /** Rows of a delivery are numbered below this; a later delivery's events have higher versions. */
    private static final int ROW_BITS = 24;

    private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
    private final BulkDatabase database;

    EventLog(KafkaProperties kafka, BulkDatabase database) {
        Map<String, Object> config = new HashMap<>(kafka.buildProducerProperties());
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 10);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 900_000);
        this.producers = new DefaultKafkaProducerFactory<>(config);
        this.producers.setTransactionIdPrefix("intake-" + UUID.randomUUID() + "-");
        this.database = database;
    }

    /** The version of the event that a row brings: later deliveries win, and within one the later row. */
    public static long version(Delivery delivery, long row) {
        return (delivery.sequence() << ROW_BITS) + row;
    }

    /** Begins a delivery. */
    public <E extends SpecificRecord> Posting begin(Topic<E> topic, EventRows<E> rows) {
        return new LogPosting<>(producers.createProducer(), database, topic, rows);
    }

    @Override
    public void destroy() {
        producers.destroy();
    }
}
