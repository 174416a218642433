package org.totalplace.starter.outbox;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.starter.bulk.BulkConfiguration;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.observability.Watched;
import org.totalplace.starter.rounds.Rounds;

/** The producer of raw events, and the relay of the outbox. */
@AutoConfiguration(after = BulkConfiguration.class)
@ConditionalOnBean(BulkDatabase.class)
public class OutboxConfiguration {

    /** Acknowledged by all replicas, in order, without repeats by the producer's own retries. */
    @Bean
    KafkaTemplate<byte[], byte[]> eventTemplate(KafkaProperties kafka) {
        Map<String, Object> config = new HashMap<>(kafka.buildProducerProperties());
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(config));
    }

    @Bean
    Rounds outboxRounds(BulkDatabase database, KafkaTemplate<byte[], byte[]> eventTemplate) {
        return new Rounds("outbox", new OutboxRelay(database, eventTemplate));
    }

    @Bean
    Watched outboxAge(DatabaseClient database, InstantSource clock) {
        return Watched.of(
                "totalplace.outbox.age.seconds",
                "Seconds for which the oldest event in the outbox has been seen waiting",
                new OutboxAge(database, clock)::seconds);
    }
}
