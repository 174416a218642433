package org.totalplace.outcomes.personview;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.starter.bulk.BulkConfiguration;
import org.totalplace.starter.projection.ProjectionConfiguration;

/** The projection of links alone, in a process of its own that says what it does and is slow to fold what it polled first. */
@ImportAutoConfiguration({BulkConfiguration.class, ProjectionConfiguration.class})
@EnableConfigurationProperties(KafkaProperties.class)
class SecondConsumer {

    static final String POLLED = "polled";
    static final String FOLDED = "folded";

    static void main(String... words) {
        new SpringApplicationBuilder(SecondConsumer.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.config.location=optional:file:none/",
                        "spring.main.banner-mode=off",
                        "spring.kafka.consumer.properties.session.timeout.ms=1000",
                        "spring.kafka.consumer.properties.heartbeat.interval.ms=300",
                        "spring.kafka.consumer.properties.max.poll.interval.ms=1000",
                        "spring.kafka.consumer.properties.interceptor.classes=" + SlowAtFirst.class.getName())
                .run(words);
    }

    @Bean
    KafkaTemplate<byte[], byte[]> eventTemplate(KafkaProperties kafka) {
        return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                kafka.buildProducerProperties(), new ByteArraySerializer(), new ByteArraySerializer()));
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    IdentityLinkProjection links(InstantSource clock) {
        var views = new RecomputingViews(new AnnouncingViews(), clock);
        return new IdentityLinkProjection(new TouchedSubjects(views)) {
            @Override
            public void committed() {
                System.out.println(FOLDED);
            }
        };
    }

    /** Leaves time to stop the process between a poll and the fold of what it brought. */
    public static final class SlowAtFirst implements ConsumerInterceptor<byte[], byte[]> {

        private static final long LONG_ENOUGH_MILLIS = 2_000;
        private static final AtomicBoolean FIRST = new AtomicBoolean(true);

        @Override
        public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
            if (FIRST.getAndSet(false)) {
                System.out.println(POLLED);
                try {
                    Thread.sleep(LONG_ENOUGH_MILLIS);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
            return records;
        }

        @Override
        public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

        @Override
        public void close() {}

        @Override
        public void configure(Map<String, ?> configuration) {}
    }
}
