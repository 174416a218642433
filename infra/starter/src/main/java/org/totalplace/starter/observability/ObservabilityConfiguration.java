package org.totalplace.starter.observability;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Trace ids, and the one clock of the service. */
@AutoConfiguration
public class ObservabilityConfiguration {

    @Bean
    TraceIds traceIds() {
        return new TraceIds();
    }

    @Bean
    @ConditionalOnMissingBean(InstantSource.class)
    Clock clock() {
        return Clock.systemUTC();
    }
}
