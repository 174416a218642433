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
            update directory_source set fetched_at = ?, fetching_until = ?
             where source = (select source from directory_source
                              where url is not null and (fetched_at is null or fetched_at <= ?)
                                and coalesce(fetching_until, '-infinity') <= ?
                              order by fetched_at nulls first, source limit 1 for update skip locked)
            returning source, url
            """;

    private static final String CLAIM = """
            update directory_source set fetched_at = ?, fetching_until = ?
             where source = ? and url is not null and coalesce(fetching_until, '-infinity') <= ?
            returning source, url
            """;

    private static final String ENDED =
            "update directory_source set trouble = ?, fetching_until = null where source = ?";

    /** Longer than any fetch takes: who has not ended by then has died. */
    private static final Duration AT_MOST = Duration.ofMinutes(20);

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
        return claimed(CLAIM_DUE, at(now), at(now.plus(AT_MOST)), at(now.minus(rest)), at(now));
    }

    /** This one, however long it has rested; empty if it has no address, or is being fetched. */
    Optional<Claimed> now(String source) throws Exception {
        Instant now = clock.instant();
        return claimed(CLAIM, at(now), at(now.plus(AT_MOST)), source, at(now));
    }

    /** Whether somebody is fetching it. */
    boolean isFetched(String source) throws Exception {
        Instant now = clock.instant();
        return database.inTransaction(connection -> {
            try (var select = connection.prepareStatement(
                    "select 1 from directory_source where source = ? and fetching_until > ?")) {
                select.setString(1, source);
                select.setTimestamp(2, at(now));
                try (var row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** @param why null when all went well */
    void ended(String source, @Nullable String why) throws Exception {
        database.inTransaction(connection -> Statements.run(connection, ENDED, why, source));
    }

    private static Timestamp at(Instant moment) {
        return Timestamp.from(moment);
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
