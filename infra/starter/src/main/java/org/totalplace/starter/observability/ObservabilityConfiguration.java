package org.totalplace.starter.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.totalplace.starter.rounds.Rounds;

/** Trace ids, what operators watch, and the one clock of the service. */
@AutoConfiguration
public class ObservabilityConfiguration {

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

    @Bean
    @ConditionalOnMissingBean(InstantSource.class)
    Clock clock() {
        return Clock.systemUTC();
    }
}
