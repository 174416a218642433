package org.totalplace.journey.costing;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.rounds.Rounds;

/** The run that costs service lines. */
@Configuration(proxyBeanMethods = false)
class CostingConfiguration {

    @Bean
    Rounds costingRounds(BulkDatabase database, InstantSource clock) {
        return new Rounds("costing", new CostingLines(database, clock));
    }
}
