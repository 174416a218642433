package org.totalplace.gateway.sequence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.totalplace.starter.rounds.Rounds;

/** The rounds in which is forgotten what was told. */
@Configuration(proxyBeanMethods = false)
class SequenceConfiguration {

    @Bean
    Rounds forgettingWhatWasTold(ToldBefore told) {
        return new Rounds("forgetting-what-was-told", new Forgetting(told));
    }
}
