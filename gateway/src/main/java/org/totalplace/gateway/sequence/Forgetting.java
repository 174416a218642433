package org.totalplace.gateway.sequence;

import java.time.Duration;
import org.totalplace.starter.rounds.Rounds;

/** Removes once a day what was told too long ago to count. */
final class Forgetting implements Rounds.Round {

    private static final Duration DAILY = Duration.ofDays(1);

    private final ToldBefore told;

    Forgetting(ToldBefore told) {
        this.told = told;
    }

    @Override
    public Duration run() {
        told.forget().block();
        return DAILY;
    }
}
