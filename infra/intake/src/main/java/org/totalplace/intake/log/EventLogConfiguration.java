package org.totalplace.intake.log;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.totalplace.starter.bulk.BulkConfiguration;
import org.totalplace.starter.bulk.BulkDatabase;

/** The log for deliveries of events, where a service takes records log first. */
@AutoConfiguration(after = BulkConfiguration.class)
@ConditionalOnBooleanProperty("totalplace.intake.log-first")
@ConditionalOnBean(BulkDatabase.class)
public class EventLogConfiguration {

    /** As long as a broker allows by default: a delivery of five million rows takes minutes. */
    private static final int TRANSACTION_MILLIS = 15 * 60 * 1000;

    private static final int BUFFER_BYTES = 16 * 1024 * 1024;

    /** @param instance the same after every start, different for every replica */
    @Bean
    EventLog eventLog(
            KafkaProperties kafka,
            BulkDatabase database,
            @Value("${spring.application.name}-${totalplace.instance:${HOSTNAME:local}-${server.port}}")
                    String instance) {
        return new EventLog(slot -> new KafkaProducer<>(settings(kafka, instance + "-" + slot)), database);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> leftoversOfTheLog(EventLog log) {
        return ready -> Thread.ofVirtual().name("event-log").start(log::abortLeftovers);
    }

    private static Map<String, Object> settings(KafkaProperties kafka, String id) {
        Map<String, Object> config = new HashMap<>(kafka.buildProducerProperties());
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 10);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return config;
    }
}
