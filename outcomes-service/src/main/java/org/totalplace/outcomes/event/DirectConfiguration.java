package org.totalplace.outcomes.event;

import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.totalplace.starter.projection.DeadLetters;

/** Topics and consumers for agencies that send events directly. */
@Configuration
@EnableConfigurationProperties(DirectFeeds.class)
class DirectConfiguration {

    /** Events hold the agencies' own references, which the platform keeps no longer than it takes to read them. */
    private static final Duration KEPT = Duration.ofDays(7);

    @Bean
    KafkaAdmin.NewTopics directTopics(DirectFeeds direct) {
        return new KafkaAdmin.NewTopics(direct.feeds().stream()
                .map(DirectFeeds::topic)
                .flatMap(topic -> Stream.of(topic, topic + DeadLetters.SUFFIX))
                .map(DirectConfiguration::inOrder)
                .toArray(NewTopic[]::new));
    }

    /** One partition: what an agency sends is taken in its order, whatever keys it gives. */
    private static NewTopic inOrder(String topic) {
        return TopicBuilder.name(topic)
                .partitions(1)
                .config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(KEPT.toMillis()))
                .build();
    }

    @Bean
    DirectConsumers directConsumers(DirectFeeds direct, KafkaProperties kafka, TakingEvents taking) {
        return new DirectConsumers(direct, kafka, taking);
    }
}
