package org.totalplace.starter.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Measures for how long events waited until a projection showed them: how fresh its views are. */
final class Delays {

    private final Timer timer;
    private final InstantSource clock;

    Delays(MeterRegistry meters, String projection, InstantSource clock) {
        this.timer = Timer.builder("totalplace.projection.delay")
                .description("From the moment an event was written until it was folded; of each batch the oldest")
                .tag("projection", projection)
                .register(meters);
        this.clock = clock;
    }

    /** What has been folded just now. */
    void folded(List<ConsumerRecord<byte[], byte[]>> batch) {
        batch.stream()
                .mapToLong(ConsumerRecord::timestamp)
                .min()
                .ifPresent(oldest -> timer.record(Math.max(0, clock.millis() - oldest), TimeUnit.MILLISECONDS));
    }
}
