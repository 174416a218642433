package org.totalplace.gateway.usage;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.starter.observability.Watched;

/** What operators watch of the usage record: a chain that is not as it was written is signed no more. */
@Configuration(proxyBeanMethods = false)
class WatchingHeads {

    private static final String AGE = """
            select coalesce(extract(epoch from now() - max(h.at)), -1)::double precision as value from usage_head h
            """;

    @Bean
    Watched usageHeadAge(DatabaseClient database) {
        return Watched.bySql(
                "totalplace.usage.head.age.seconds",
                "Seconds since the usage record was signed last; below 0 before the first time",
                database,
                AGE);
    }
}
