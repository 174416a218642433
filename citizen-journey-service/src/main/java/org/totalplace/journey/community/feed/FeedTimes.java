package org.totalplace.journey.community.feed;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.journey.due.Statements;
import org.totalplace.starter.bulk.BulkDatabase;

/** Which directory is fetched when; whoever claims one is the only one to fetch it. */
@Component
class FeedTimes {

    private static final String CLAIM_DUE = """
            update directory_source set fetched_at = ?
             where source = (select source from directory_source
                              where url is not null and (fetched_at is null or fetched_at <= ?)
                              order by fetched_at nulls first, source limit 1 for update skip locked)
            returning source, url
            """;

    private static final String CLAIM = """
            update directory_source set fetched_at = ? where source = ? and url is not null returning source, url
            """;

    private final BulkDatabase database;
    private final InstantSource clock;

    FeedTimes(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    record Claimed(String source, String url) {}

    /** One that has rested for so long. */
    Optional<Claimed> due(Duration rest) throws Exception {
        Instant now = clock.instant();
        return claimed(CLAIM_DUE, Timestamp.from(now), Timestamp.from(now.minus(rest)));
    }

    /** This one, however long it has rested; empty if it has no address. */
    Optional<Claimed> now(String source) throws Exception {
        return claimed(CLAIM, Timestamp.from(clock.instant()), source);
    }

    /** @param why null when all went well */
    void ended(String source, @Nullable String why) throws Exception {
        database.inTransaction(connection ->
                Statements.run(connection, "update directory_source set trouble = ? where source = ?", why, source));
    }

    private Optional<Claimed> claimed(String sql, Object... parameters) throws Exception {
        return database.inTransaction(connection -> {
            try (var update = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    update.setObject(i + 1, parameters[i]);
                }
                try (var row = update.executeQuery()) {
                    return row.next() ? Optional.of(new Claimed(row.getString(1), row.getString(2))) : Optional.empty();
                }
            }
        });
    }
}
