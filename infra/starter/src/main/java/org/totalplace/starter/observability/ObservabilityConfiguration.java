package org.totalplace.starter.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.r2dbc.health.ConnectionFactoryHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.totalplace.starter.rounds.Rounds;
import reactor.core.publisher.Mono;

/** Trace ids, what operators watch, and the one clock of the service. */
@AutoConfiguration(
        afterName = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration",
        beforeName = "org.springframework.boot.r2dbc.autoconfigure.health"
                + ".ConnectionFactoryHealthContributorAutoConfiguration")
public class ObservabilityConfiguration {

    private static final Duration HEALTH_KEPT = Duration.ofSeconds(1);

    @Bean
    TraceIds traceIds() {
        return new TraceIds();
    }

    @Bean
    Rounds watching(
            ObjectProvider<Watched> watched,
            ObjectProvider<MeterRegistry> meters,
            @Value("${totalplace.watch-every:15s}") Duration every) {
        return new Rounds(
                "watching",
                new Watching(watched.orderedStream().toList(), meters.getIfAvailable(SimpleMeterRegistry::new), every));
    }

    /** Asked by anybody, as often as they like: the database is asked once a second. */
    @Bean
    @ConditionalOnBean(ConnectionFactory.class)
    ReactiveHealthIndicator r2dbcHealthIndicator(ConnectionFactory connections) {
        ReactiveHealthIndicator database = new ConnectionFactoryHealthIndicator(connections);
        Mono<Health> once = Mono.defer(database::health).cache(HEALTH_KEPT);
        return () -> once;
    }

    @Bean
    @ConditionalOnMissingBean(InstantSource.class)
    Clock clock() {
        return Clock.systemUTC();
    }
}
