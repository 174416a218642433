package org.totalplace.spend.pull;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import reactor.core.publisher.Mono;

/** Remembers what was pulled last, as long as its delivery counts or may still come to count. */
class PulledBefore {

    private static final String SELECT = """
            select p.etag, p.last_modified, p.delivery from pulled p join delivery d on d.id = p.delivery
            where p.feed = :feed and p.url = :url
              and d.status in ('received', 'reading', 'needs-confirmation', 'confirmed', 'published')
            """;

    private static final String SAVE = """
            insert into pulled (feed, url, etag, last_modified, delivery, pulled_at)
            values (:feed, :url, :etag, :lastModified, :delivery, :now)
            on conflict (feed) do update set url = excluded.url, etag = excluded.etag,
                last_modified = excluded.last_modified, delivery = excluded.delivery, pulled_at = excluded.pulled_at
            """;

    private final DatabaseClient database;
    private final InstantSource clock;

    PulledBefore(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The last pull of a feed. */
    record Memory(Fetching.Known known, UUID delivery) {}

    Mono<Memory> of(String feed, String url) {
        return database.sql(SELECT)
                .bind("feed", feed)
                .bind("url", url)
                .map(row -> new Memory(
                        new Fetching.Known(row.get("etag", String.class), row.get("last_modified", String.class)),
                        Objects.requireNonNull(row.get("delivery", UUID.class))))
                .one();
    }

    Mono<Void> remember(String feed, String url, Fetched.File file, UUID delivery) {
        return database.sql(SAVE)
                .bind("feed", feed)
                .bind("url", url)
                .bind("etag", text(file.etag()))
                .bind("lastModified", text(file.lastModified()))
                .bind("delivery", delivery)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .then();
    }

    private static Parameter text(@Nullable String value) {
        return Parameter.fromOrEmpty(value, String.class);
    }
}
