package org.totalplace.gateway.usage;

import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.totalplace.starter.rounds.Rounds;

/** The key that vouches for the usage record, and the rounds in which it does. */
@Configuration(proxyBeanMethods = false)
class UsageConfiguration {

    @Bean
    SigningKey usageKey(UsageSettings settings, @Value("${totalplace.data}") Path data) {
        String seed = settings.signingKey().isBlank() ? KeptSeed.in(data) : settings.signingKey();
        return SigningKey.of(seed, settings.earlierKeys());
    }

    @Bean
    Rounds usageHeads(
            ChainLog chain, Verifying verifying, SigningKey key, InstantSource clock, UsageSettings settings) {
        return new Rounds("usage-heads", new SigningHeads(chain, verifying, key, clock, settings.headEvery()));
    }
}
