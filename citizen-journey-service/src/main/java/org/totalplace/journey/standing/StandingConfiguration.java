package org.totalplace.journey.standing;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.rounds.Rounds;
import tools.jackson.databind.json.JsonMapper;

/** The run that tells where persons stand. */
@Configuration(proxyBeanMethods = false)
class StandingConfiguration {

    @Bean
    Rounds standingRounds(BulkDatabase database, JsonMapper json, InstantSource clock) {
        return new Rounds("standing", new TellingPersons(database, new StandingState(json), clock));
    }
}
