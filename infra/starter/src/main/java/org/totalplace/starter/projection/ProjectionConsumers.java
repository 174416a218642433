package org.totalplace.starter.projection;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.totalplace.starter.bulk.BulkDatabase;

/** Runs every {@link Projection} of the service, from the offsets that its database holds. */
final class ProjectionConsumers implements SmartLifecycle {

    private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers;
    private volatile boolean running;

    ProjectionConsumers(
            List<Projection<?>> projections,
            BulkDatabase database,
            DeadLetters deadLetters,
            KafkaProperties kafka,
            ProjectionProperties properties,
            Measuring measuring) {
        this.containers = projections.stream()
                .map(projection -> container(projection, database, deadLetters, kafka, properties, measuring))
                .toList();
    }

    /** How far consumers are behind, and for how long events wait. */
    record Measuring(MeterRegistry meters, InstantSource clock) {}

    private static <E extends SpecificRecord> ConcurrentMessageListenerContainer<byte[], byte[]> container(
            Projection<E> projection,
            BulkDatabase database,
            DeadLetters deadLetters,
            KafkaProperties kafka,
            ProjectionProperties properties,
            Measuring measuring) {
        var delays = new Delays(measuring.meters(), projection.name(), measuring.clock());
        var fold = new BatchFold<>(projection, database, deadLetters, properties.patience());
        ContainerProperties settings =
                new ContainerProperties(projection.topic().name());
        settings.setGroupId(projection.name());
        settings.setMessageListener((BatchMessageListener<byte[], byte[]>) batch -> {
            folded(fold, batch);
            delays.folded(batch);
        });
        settings.setConsumerRebalanceListener(new FromStoredOffsets(fold));
        var factory = new DefaultKafkaConsumerFactory<byte[], byte[]>(consumer(kafka, properties));
        factory.addListener(new MicrometerConsumerListener<>(measuring.meters()));
        var container = new ConcurrentMessageListenerContainer<>(factory, settings);
        container.setConcurrency(properties.consumers());
        container.setBeanName(projection.name());
        container.setCommonErrorHandler(BatchConsuming.patience());
        return container;
    }

    private static Map<String, Object> consumer(KafkaProperties kafka, ProjectionProperties properties) {
        Map<String, Object> config = BatchConsuming.settings(kafka, properties.batch());
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * 1024 * 1024);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 * 1024 * 1024);
        return config;
    }

    private static void folded(BatchFold<?> fold, List<ConsumerRecord<byte[], byte[]>> batch) {
        try {
            fold.fold(batch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while folding a batch", e);
        } catch (Exception e) {
            throw new IllegalStateException("A batch could not be folded; it will be tried again", e);
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

    /** The database's offsets are the truth; those in Kafka are for the operators' tools. */
    private record FromStoredOffsets(BatchFold<?> fold) implements ConsumerAwareRebalanceListener {

        @Override
        public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            try {
                Map<TopicPartition, Long> stored = fold.storedOffsets();
                for (TopicPartition partition : partitions) {
                    Long next = stored.get(partition);
                    if (next == null) {
                        consumer.seekToBeginning(List.of(partition));
                    } else {
                        consumer.seek(partition, next);
                    }
                }
            } catch (Exception e) {
                throw new IllegalStateException("The stored offsets cannot be read", e);
            }
        }
    }
}
