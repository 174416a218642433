package org.totalplace.journey.contact;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The writers of the contacts topic. */
@Configuration(proxyBeanMethods = false)
class ContactConfiguration {

    /** As long as a broker allows by default: a delivery of five million rows takes minutes. */
    private static final int TRANSACTION_MILLIS = 15 * 60 * 1000;

    private static final int BUFFER_BYTES = 16 * 1024 * 1024;

    /** @param instance the same after every start, different for every replica */
    @Bean
    ContactLog contactLog(
            KafkaProperties kafka, @Value("${totalplace.instance:${HOSTNAME:local}-${server.port}}") String instance) {
        return new ContactLog(slot -> new KafkaProducer<>(settings(kafka, instance + "-" + slot)));
    }

    private static Map<String, Object> settings(KafkaProperties kafka, String id) {
        Map<String, Object> config = new HashMap<>(kafka.buildProducerProperties());
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "journey-contacts-" + id);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 10);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return config;
    }
}
