package org.totalplace.outcomes.observation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.totalplace.intake.reading.FileRefused;
import org.totalplace.intake.reading.ProblemType;
import org.totalplace.starter.bulk.BulkDatabase;

/**
 * Remembers which events of a feed's own topic were taken, by source and id, for a month: no producer tries for longer.
 * An event is offered with a delivery and taken when that is published, by the first delivery alone. Blocks.
 */
@Component
public class TakenEvents {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final String KNOWN = "select event from event_taken where feed = ? and event = any(?)";

    private static final String OFFER =
            "insert into event_offered (delivery, feed, event, offered_at) select ?, ?, unnest(?::bytea[]), ?";

    private static final List<String> FORGET =
            List.of("delete from event_taken where taken_at < ?", "delete from event_offered where offered_at < ?");

    /** Waits for whoever takes one of them at the same moment. */
    private static final String TAKE = """
            with offered as (
                delete from event_offered where delivery = ? returning feed, event
            ), taken as (
                insert into event_taken (feed, event, taken_at)
                select feed, event, ? from offered order by event on conflict do nothing returning event
            )
            select (select count(*) from offered) = (select count(*) from taken)
            """;

    private static final String LEAVE = "delete from event_taken where feed = ? and event = any(?)";

    private final BulkDatabase database;
    private final InstantSource clock;

    TakenEvents(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those of the events that were taken before. */
    public Set<String> known(String feed, Collection<String> events) throws Exception {
        Set<String> hashes = new HashSet<>();
        database.inTransaction(connection -> {
            try (PreparedStatement known = connection.prepareStatement(KNOWN)) {
                known.setString(1, feed);
                known.setArray(2, hashes(connection, events));
                try (ResultSet rows = known.executeQuery()) {
                    while (rows.next()) {
                        hashes.add(HexFormat.of().formatHex(rows.getBytes(1)));
                    }
                }
            }
            return null;
        });
        Set<String> taken = new HashSet<>(events);
        taken.removeIf(event -> !hashes.contains(HexFormat.of().formatHex(hash(event))));
        return taken;
    }

    /** Says which events a delivery will bring, before it is handed in. */
    public void offer(UUID delivery, String feed, Collection<String> events) throws Exception {
        Instant now = clock.instant();
        database.inTransaction(connection -> {
            for (String forgotten : FORGET) {
                try (PreparedStatement forget = connection.prepareStatement(forgotten)) {
                    forget.setTimestamp(1, Timestamp.from(now.minus(REMEMBERED)));
                    forget.executeUpdate();
                }
            }
            try (PreparedStatement offer = connection.prepareStatement(OFFER)) {
                offer.setObject(1, delivery);
                offer.setString(2, feed);
                offer.setArray(3, hashes(connection, events));
                offer.setTimestamp(4, Timestamp.from(now));
                return offer.executeUpdate();
            }
        });
    }

    /** Takes what the delivery brings; of a file that is nothing. */
    void take(Connection connection, UUID delivery) throws SQLException, FileRefused {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setObject(1, delivery);
            take.setTimestamp(2, Timestamp.from(clock.instant()));
            try (ResultSet row = take.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw new FileRefused(
                            ProblemType.UNIQUE_ERROR,
                            "Some of these events were taken by another delivery; nothing of this one is taken.");
                }
            }
        }
    }

    /** Events that a published delivery brought and that were refused: they may be sent again. */
    public void leave(String feed, Collection<String> events) throws Exception {
        database.inTransaction(connection -> {
            try (PreparedStatement leave = connection.prepareStatement(LEAVE)) {
                leave.setString(1, feed);
                leave.setArray(2, hashes(connection, events));
                return leave.executeUpdate();
            }
        });
    }

    private static java.sql.Array hashes(Connection connection, Collection<String> events) throws SQLException {
        return connection.createArrayOf(
                "bytea", events.stream().map(TakenEvents::hash).toArray(byte[][]::new));
    }

    private static byte[] hash(String event) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(event.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
