package org.totalplace.outcomes.needflag;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.totalplace.starter.rounds.Rounds;

/** Deletes every hour what flags tell whose time is over. */
@Configuration(proxyBeanMethods = false)
class ExpiringFlags {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Bean
    Rounds expiringRounds(NeedFlags flags, InstantSource clock) {
        return new Rounds("expiring-need-flags", () -> {
            flags.expire(LocalDate.ofInstant(clock.instant(), NeedFlagEndpoints.BRITAIN));
            return AN_HOUR;
        });
    }
}
