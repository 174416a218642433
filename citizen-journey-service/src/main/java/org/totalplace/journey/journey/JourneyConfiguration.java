package org.totalplace.journey.journey;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.rounds.Rounds;

/** The run that brings waiting versions of maps into effect. */
@Configuration(proxyBeanMethods = false)
class JourneyConfiguration {

    @Bean
    Rounds mapsTakingEffect(BulkDatabase database, ContactKinds kinds, InstantSource clock) {
        return new Rounds("maps-taking-effect", new MapsTakingEffect(database, kinds, clock));
    }
}
