package org.totalplace.spend.pull;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.delivery.Feed;
import org.totalplace.spend.pull.Pull.Status;
import org.totalplace.starter.bulk.BulkDatabase;

/** The books of pulls; every call is a transaction of its own, and blocks. */
final class PullBooks {

    /** Fetches of one agency at once. */
    static final int AT_ONCE = 2;

    private static final int CLAIMS_A_ROUND = 32;

    private static final String PULL = "id, feed, agency, url, status, attempts, next_try, why, delivery";

    private static final String ASK = """
            insert into pull (id, feed, agency, url, asked_by, status, asked_at, next_try)
            values (?, ?, ?, ?, ?, 'waiting', ?, ?)
            on conflict (feed) where status in ('waiting', 'fetching') do update set
                url = excluded.url,
                next_try = case when pull.status = 'waiting' then least(pull.next_try, excluded.next_try)
                           else pull.next_try end
            returning\s""" + PULL;

    /** Past its claim a pull is free again: whoever had it is gone. */
    private static final String CLAIM = """
            with free as (
                select p.id from pull p
                where (p.status = 'waiting' or (p.status = 'fetching' and p.claimed_until < ?)) and p.next_try <= ?
                  and (select count(*) from pull o where o.agency = p.agency and o.status = 'fetching'
                         and o.claimed_until >= ?) < ?
                order by p.next_try limit ? for update skip locked)
            update pull set status = 'fetching', claimed_until = ?, tried_at = ?, attempts = attempts + 1
            from free where pull.id = free.id
            returning\s""" + PULL.replace("id,", "pull.id,");

    private static final String END = """
            update pull set status = ?, why = ?, delivery = ?, next_try = null, claimed_until = null where id = ?
            """;

    private static final String AGAIN = """
            update pull set status = 'waiting', why = coalesce(?, why), next_try = ?, claimed_until = null,
                   attempts = attempts - ? where id = ?
            """;

    private final BulkDatabase database;
    private final InstantSource clock;

    PullBooks(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The pull that is under way for the feed: a new one, or the one that was. */
    Pull ask(Feed feed, String url, String askedBy) throws Exception {
        return database.inTransaction(connection -> {
            try (PreparedStatement ask = connection.prepareStatement(ASK)) {
                ask.setObject(1, UUID.randomUUID());
                ask.setString(2, feed.code());
                ask.setString(3, feed.agency().value());
                ask.setString(4, url);
                ask.setString(5, askedBy);
                ask.setTimestamp(6, now());
                ask.setTimestamp(7, now());
                return pulls(ask).getFirst();
            }
        });
    }

    Optional<Pull> get(String feed, UUID id) throws Exception {
        return database.inTransaction(connection -> {
            try (PreparedStatement get =
                    connection.prepareStatement("select " + PULL + " from pull where feed = ? and id = ?")) {
                get.setString(1, feed);
                get.setObject(2, id);
                return pulls(get).stream().findFirst();
            }
        });
    }

    /** Pulls whose time has come; nobody else gets them for as long. */
    List<Pull> claim(Duration forAsLong) throws Exception {
        return database.inTransaction(connection -> {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setTimestamp(1, now());
                claim.setTimestamp(2, now());
                claim.setTimestamp(3, now());
                claim.setInt(4, AT_ONCE);
                claim.setInt(5, CLAIMS_A_ROUND);
                claim.setTimestamp(6, Timestamp.from(clock.instant().plus(forAsLong)));
                claim.setTimestamp(7, now());
                return pulls(claim);
            }
        });
    }

    void end(Pull pull, Status status, @Nullable String why, @Nullable UUID delivery) throws Exception {
        database.inTransaction(connection -> {
            try (PreparedStatement end = connection.prepareStatement(END)) {
                end.setString(1, status.code());
                end.setString(2, why);
                end.setObject(3, delivery);
                end.setObject(4, pull.id());
                return end.executeUpdate();
            }
        });
    }

    /**
     * Puts a pull back.
     *
     * @param counts whether the attempt was one
     */
    void again(Pull pull, Instant nextTry, @Nullable String why, boolean counts) throws Exception {
        database.inTransaction(connection -> {
            try (PreparedStatement again = connection.prepareStatement(AGAIN)) {
                again.setString(1, why);
                again.setTimestamp(2, Timestamp.from(nextTry));
                again.setInt(3, counts ? 0 : 1);
                again.setObject(4, pull.id());
                return again.executeUpdate();
            }
        });
    }

    /** Whether the pull's file was handed in before whoever fetched it crashed. */
    boolean isHandedIn(Pull pull) throws Exception {
        return database.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select 1 from delivery where id = ?")) {
                select.setObject(1, pull.id());
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static List<Pull> pulls(PreparedStatement statement) throws SQLException {
        List<Pull> pulls = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Timestamp next = row.getTimestamp("next_try");
                pulls.add(new Pull(
                        row.getObject("id", UUID.class),
                        row.getString("feed"),
                        row.getString("agency"),
                        row.getString("url"),
                        Status.ofCode(row.getString("status")),
                        row.getInt("attempts"),
                        next == null ? null : next.toInstant(),
                        row.getString("why"),
                        row.getObject("delivery", UUID.class)));
            }
        }
        return pulls;
    }
}
