package org.totalplace.spend.pull;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.InstantSource;
import java.util.Random;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.intake.delivery.DeliveryDesk;
import org.totalplace.intake.delivery.Feeds;
import org.totalplace.intake.fetch.Names;
import org.totalplace.intake.fetch.PullAddress;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.rounds.Rounds;

/** Pulling from agencies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PullProperties.class)
class PullConfiguration {

    @Bean
    PullAddress pullAddress(PullProperties properties) {
        return new PullAddress(properties.allowed(), Names.ofThisMachine());
    }

    @Bean
    Guards pullGuards(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
        return new Guards(breakers, bulkheads);
    }

    @Bean
    PullBooks pullBooks(BulkDatabase database, InstantSource clock) {
        return new PullBooks(database, clock);
    }

    @Bean
    PullsShown pullsShown(BulkDatabase database, PullBooks books, PullAddress addresses, Guards guards) {
        return new PullsShown(database, books, addresses, guards);
    }

    @Bean
    Pulling pulling(
            Feeds feeds,
            PullBooks books,
            BulkDatabase bulk,
            DatabaseClient database,
            PullAddress addresses,
            Guards guards,
            DeliveryDesk desk,
            PullProperties properties,
            InstantSource clock) {
        // The seed differs from start to start, as it should: replicas must not come back at the same moments.
        Waits waits =
                new Waits(properties.firstWait(), new Random(clock.instant().toEpochMilli()));
        return new Pulling(
                feeds,
                books,
                new PullSchedules(bulk, clock),
                new PulledBefore(database, clock),
                new Fetching(addresses, desk.spool(), clock),
                guards,
                desk,
                waits,
                clock);
    }

    @Bean
    PullRounds pulls(Feeds feeds, PullBooks books, BulkDatabase database, Pulling pulling, InstantSource clock) {
        return new PullRounds(feeds, books, new PullSchedules(database, clock), pulling, clock);
    }

    @Bean
    Rounds pullRounds(PullRounds pulls) {
        return new Rounds("pulls", pulls);
    }
}
