package org.totalplace.starter.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.contracts.Topic;
import org.totalplace.contracts.Topics;
import org.totalplace.starter.bulk.BulkConfiguration;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.outbox.OutboxConfiguration;

/** Topics, and the consumers of the service's projections. */
@AutoConfiguration(after = {BulkConfiguration.class, OutboxConfiguration.class})
@ConditionalOnBean(BulkDatabase.class)
@EnableConfigurationProperties(ProjectionProperties.class)
public class ProjectionConfiguration {

    private static final int PARTITIONS = 12;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONGEST_AWAY = Duration.ofDays(7);

    @Bean
    KafkaAdmin.NewTopics topics() {
        return new KafkaAdmin.NewTopics(Topics.ALL.stream()
                .flatMap(topic -> List.of(data(topic), deadLetter(topic)).stream())
                .toArray(NewTopic[]::new));
    }

    private static NewTopic data(Topic<?> topic) {
        var builder = TopicBuilder.name(topic.name()).partitions(PARTITIONS);
        return topic.compacted()
                ? builder.compact()
                        // What was said of somebody who is erased goes within a day, however little is written.
                        .config(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, String.valueOf(DAY.toMillis()))
                        // That they are gone stays for as long as a consumer may be away.
                        .config(TopicConfig.DELETE_RETENTION_MS_CONFIG, String.valueOf(LONGEST_AWAY.toMillis()))
                        .build()
                // The log of events is the record from which views can be rebuilt: nothing expires.
                : builder.config(TopicConfig.RETENTION_MS_CONFIG, "-1").build();
    }

    private static NewTopic deadLetter(Topic<?> topic) {
        return TopicBuilder.name(topic.name() + DeadLetters.SUFFIX)
                .partitions(1)
                .build();
    }

    @Bean
    DeadLetters deadLetters(KafkaTemplate<byte[], byte[]> eventTemplate) {
        return new DeadLetters(eventTemplate);
    }

    @Bean
    ProjectionConsumers projectionConsumers(
            ObjectProvider<Projection<?>> projections,
            BulkDatabase database,
            DeadLetters deadLetters,
            KafkaProperties kafka,
            ProjectionProperties properties,
            ObjectProvider<MeterRegistry> meters,
            InstantSource clock) {
        return new ProjectionConsumers(
                projections.orderedStream().toList(),
                database,
                deadLetters,
                kafka,
                properties,
                new ProjectionConsumers.Measuring(meters.getIfAvailable(SimpleMeterRegistry::new), clock));
    }
}
