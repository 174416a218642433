package org.totalplace.starter.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.totalplace.starter.rounds.Rounds;

/** Reads what is watched, round by round; what cannot be read has no value until it can be again. */
final class Watching implements Rounds.Round {

    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<Watched, MultiGauge> gauges = new LinkedHashMap<>();
    private final Duration every;

    Watching(List<Watched> watched, MeterRegistry registry, Duration every) {
        watched.forEach(one -> gauges.put(
                one,
                MultiGauge.builder(one.name()).description(one.description()).register(registry)));
        this.every = every;
    }

    @Override
    public Duration run() {
        gauges.forEach(Watching::read);
        return every;
    }

    private static void read(Watched watched, MultiGauge gauge) {
        try {
            List<Watched.Reading> readings =
                    watched.read().blockOptional(PATIENCE).orElse(List.of());
            gauge.register(
                    readings.stream()
                            .map(one -> MultiGauge.Row.of(one.tags(), one.value()))
                            .toList(),
                    true);
        } catch (RuntimeException away) {
            if (away.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                return;
            }
            // An old value would look like a good one.
            gauge.register(List.of(), true);
            LOG.warn("{} cannot be read: {}", watched.name(), away.toString());
        }
    }
}
