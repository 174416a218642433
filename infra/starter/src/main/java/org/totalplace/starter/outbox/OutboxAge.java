package org.totalplace.starter.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** For how long the oldest event has been seen waiting; a queue that is long but moves is young. */
final class OutboxAge {

    private static final String OLDEST = "select coalesce(min(id), 0) from outbox";
    private static final double MILLIS_A_SECOND = 1_000;

    private final DatabaseClient database;
    private final InstantSource clock;
    private long oldest;
    private Instant since = Instant.EPOCH;

    OutboxAge(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Double> seconds() {
        return database.sql(OLDEST).mapValue(Long.class).one().map(this::seen);
    }

    /** @param id of the oldest event now; 0 if none waits */
    synchronized double seen(long id) {
        Instant now = clock.instant();
        if (id == 0 || id != oldest) {
            oldest = id;
            since = now;
        }
        return Duration.between(since, now).toMillis() / MILLIS_A_SECOND;
    }
}
