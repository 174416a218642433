package org.totalplace.spend.feed;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.intake.delivery.DeliveryDesk;

/** Pulling from agencies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PullProperties.class)
class PullConfiguration {

    @Bean
    Pulling pulling(
            PullProperties properties,
            DatabaseClient database,
            InstantSource clock,
            DeliveryDesk desk,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads) {
        return new Pulling(
                new Fetching(new PullAddress(properties.allowed())),
                new PulledBefore(database, clock),
                desk,
                breakers,
                bulkheads);
    }
}
