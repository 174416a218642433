package org.totalplace.intake.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.intake.delivery.Spool.Spooled;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;

/**
 * Idempotency keys of a feed: same key and body, the same answer; other body, 422; still in progress, 409. Kept for 24
 * hours.
 */
final class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofHours(24);
    /** A request that is older has been broken off by a crash, and its key is free again. */
    private static final Duration LONGEST_REQUEST = Duration.ofHours(1);

    private static final int LONGEST = 255;
    private static final String FORGET = """
            delete from idempotency_key where created_at < :old or (delivery is null and created_at < :stuck)
            """;

    private final DatabaseClient database;
    private final InstantSource clock;

    IdempotencyKeys(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes that a request with the key is under way. */
    Mono<Void> begin(Feed feed, @Nullable String key) {
        if (key == null) {
            return Mono.empty();
        }
        if (key.isBlank() || key.length() > LONGEST) {
            return Mono.error(Problem.badInput(
                    "Idempotency-Key",
                    "invalid-key",
                    "An Idempotency-Key has 1 to 255 characters, not " + key.length() + "."));
        }
        return database.sql(FORGET)
                .bind("old", now().minus(KEPT))
                .bind("stuck", now().minus(LONGEST_REQUEST))
                .then()
                .then(database.sql("""
                                insert into idempotency_key (key, feed, created_at) values (:key, :feed, :now)
                                on conflict do nothing
                                """)
                        .bind("key", key)
                        .bind("feed", feed.code())
                        .bind("now", now())
                        .fetch()
                        .rowsUpdated())
                .flatMap(inserted -> inserted > 0 ? Mono.<Void>empty() : refuseIfUnderWay(feed, key));
    }

    private Mono<Void> refuseIfUnderWay(Feed feed, String key) {
        return used(feed, key)
                .filter(use -> use.delivery().isEmpty())
                .flatMap(use -> Mono.error(Problem.conflict(
                        "still-in-progress",
                        "A request with this Idempotency-Key is still in progress; ask again later.")));
    }

    /**
     * The delivery that the same key and bytes led to before; empty for a new request; a 422 problem for other bytes.
     */
    Mono<UUID> sameAnswer(Feed feed, @Nullable String key, Spooled spooled) {
        if (key == null) {
            return Mono.empty();
        }
        return used(feed, key).flatMap(use -> {
            if (use.delivery().isEmpty()) {
                return Mono.empty();
            }
            return use.sha256().equals(spooled.sha256())
                    ? Mono.just(use.delivery().get())
                    : Mono.error(Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "key-used-for-another-body",
                            "This Idempotency-Key came with another file before; use a new key for a new file."));
        });
    }

    Mono<Void> end(Feed feed, @Nullable String key, Spooled spooled, UUID delivery) {
        if (key == null) {
            return Mono.empty();
        }
        return database.sql(
                        "update idempotency_key set sha256 = :sha, delivery = :id where feed = :feed and key = :key")
                .bind("sha", spooled.sha256())
                .bind("id", delivery)
                .bind("feed", feed.code())
                .bind("key", key)
                .then();
    }

    /** A request that failed leaves its key free. */
    Mono<Void> giveUp(Feed feed, @Nullable String key) {
        if (key == null) {
            return Mono.empty();
        }
        return database.sql("delete from idempotency_key where feed = :feed and key = :key and delivery is null")
                .bind("feed", feed.code())
                .bind("key", key)
                .then();
    }

    private Mono<Use> used(Feed feed, String key) {
        return database.sql("select sha256, delivery from idempotency_key where feed = :feed and key = :key")
                .bind("feed", feed.code())
                .bind("key", key)
                .map(row -> new Use(
                        Optional.ofNullable(row.get("sha256", String.class)).orElse(""),
                        Optional.ofNullable(row.get("delivery", UUID.class))))
                .one();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private record Use(String sha256, Optional<UUID> delivery) {}
}
