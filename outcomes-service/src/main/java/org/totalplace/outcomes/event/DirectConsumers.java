package org.totalplace.outcomes.event;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.totalplace.starter.projection.BatchConsuming;

/** Reads the topic of each feed with direct access by a consumer of its own: no agency waits for another. */
final class DirectConsumers implements SmartLifecycle {

    private static final String GROUP = "outcomes-direct-";
    /** Events in one delivery. */
    private static final int AT_ONCE = 1_000;

    private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers;
    private volatile boolean running;

    DirectConsumers(DirectFeeds direct, KafkaProperties kafka, TakingEvents taking) {
        Map<String, Object> config = BatchConsuming.settings(kafka, AT_ONCE);
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
        container.setCommonErrorHandler(BatchConsuming.patience());
        return container;
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
