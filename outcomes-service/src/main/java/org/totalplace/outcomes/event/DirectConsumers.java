package org.totalplace.outcomes.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** Reads the topic of each feed with direct access by a consumer of its own: no agency waits for another. */
final class DirectConsumers implements SmartLifecycle {

    private static final String GROUP = "outcomes-direct-";
    private static final long RETRY_MILLIS = 1_000;
    /** Events in one delivery. */
    private static final int AT_ONCE = 1_000;

    private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers;
    private volatile boolean running;

    DirectConsumers(DirectFeeds direct, KafkaProperties kafka, TakingEvents taking) {
        Map<String, Object> config = consumer(kafka);
        this.containers = direct.feeds().stream()
                .map(feed -> container(feed, config, taking))
                .toList();
    }

    private static ConcurrentMessageListenerContainer<byte[], byte[]> container(
            String feed, Map<String, Object> config, TakingEvents taking) {
        ContainerProperties settings = new ContainerProperties(DirectFeeds.topic(feed));
        settings.setGroupId(GROUP + feed);
        settings.setMessageListener((BatchMessageListener<byte[], byte[]>) batch -> taken(taking, feed, batch));
        var factory = new DefaultKafkaConsumerFactory<byte[], byte[]>(config);
        var container = new ConcurrentMessageListenerContainer<>(factory, settings);
        container.setBeanName(GROUP + feed);
        // What is wrong with an event never throws: here the database, the broker or the disk is away.
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS)));
        return container;
    }

    private static Map<String, Object> consumer(KafkaProperties kafka) {
        Map<String, Object> config = new HashMap<>(kafka.buildConsumerProperties());
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        return config;
    }

    private static void taken(TakingEvents taking, String feed, List<ConsumerRecord<byte[], byte[]>> batch) {
        try {
            taking.take(feed, batch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while taking events of " + feed, e);
        } catch (Exception e) {
            throw new IllegalStateException("Events of " + feed + " could not be taken; they will be tried again", e);
        }
    }

    @Override
    public void start() {
        containers.forEach(ConcurrentMessageListenerContainer::start);
        running = true;
    }

    @Override
    public void stop() {
        containers.forEach(ConcurrentMessageListenerContainer::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
