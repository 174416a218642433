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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.totalplace.intake.reading.FileRefused;
import org.totalplace.intake.reading.ProblemType;
import org.totalplace.starter.bulk.BulkDatabase;

/**
 * Remembers which events of a feed were taken, by source and id, for a month: no producer tries for longer.
 * An event is offered as a row of a delivery and taken when that is published, by the first delivery alone and unless
 * that row is refused. Blocks.
 */
@Component
public class TakenEvents {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final String KNOWN =
            "select event, delivery from event_taken where feed = ? and event = any(?) order by taken_at, event";

    private static final String OFFER = """
            insert into event_offered (delivery, feed, event, row, offered_at)
            select ?, ?, event, row, ? from unnest(?::bytea[]) with ordinality as offered (event, row)
            """;

    private static final List<String> FORGET =
            List.of("delete from event_taken where taken_at < ?", "delete from event_offered where offered_at < ?");

    /** Waits for whoever takes one of them at the same moment. A delivery is read, and its refusals kept, before. */
    private static final String TAKE = """
            with offered as (
                delete from event_offered where delivery = ? returning feed, event, row
            ), good as (
                select feed, event from offered
                where not exists (select from refused_row r where r.delivery = ? and r.row = offered.row)
            ), taken as (
                insert into event_taken (feed, event, taken_at, delivery)
                select feed, event, ?, ? from good order by event on conflict do nothing returning event
            )
            select (select count(*) from good) = (select count(*) from taken)
            """;

    private final BulkDatabase database;
    private final InstantSource clock;

    TakenEvents(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those of the events that were taken before. */
    public Set<String> known(String feed, Collection<String> events) throws Exception {
        return by(feed, events).keySet();
    }

    /** Those taken before, in the order in which they were, with the delivery that took each where it is kept. */
    public Map<String, Optional<UUID>> by(String feed, Collection<String> events) throws Exception {
        Map<String, String> hashed = new HashMap<>();
        events.forEach(event -> hashed.put(HexFormat.of().formatHex(hash(event)), event));
        Map<String, Optional<UUID>> taken = new LinkedHashMap<>();
        return database.inTransaction(connection -> {
            try (PreparedStatement known = connection.prepareStatement(KNOWN)) {
                known.setString(1, feed);
                known.setArray(2, hashes(connection, events));
                try (ResultSet rows = known.executeQuery()) {
                    while (rows.next()) {
                        String event = hashed.get(HexFormat.of().formatHex(rows.getBytes(1)));
                        taken.put(Objects.requireNonNull(event), Optional.ofNullable(rows.getObject(2, UUID.class)));
                    }
                }
            }
            return taken;
        });
    }

    /** Says which events a delivery will bring, in the order of its rows, before it is handed in. */
    public void offer(UUID delivery, String feed, List<String> events) throws Exception {
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
                offer.setTimestamp(3, Timestamp.from(now));
                offer.setArray(4, hashes(connection, events));
                return offer.executeUpdate();
            }
        });
    }

    /** Takes what the delivery brings; of a file that is nothing. */
    void take(Connection connection, UUID delivery) throws SQLException, FileRefused {
        if (!tookAll(connection, delivery, delivery)) {
            throw new FileRefused(
                    ProblemType.UNIQUE_ERROR,
                    "Some of these events were taken by another delivery; this one is refused.");
        }
    }

    /**
     * Takes what was offered with a delivery that was none, for a published one had brought the same bytes: the same
     * rows are refused, and what somebody took meanwhile stays theirs.
     */
    public void takeWith(UUID published, UUID offered) throws Exception {
        database.inTransaction(connection -> tookAll(connection, offered, published));
    }

    private boolean tookAll(Connection connection, UUID offered, UUID read) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setObject(1, offered);
            take.setObject(2, read);
            take.setTimestamp(3, Timestamp.from(clock.instant()));
            take.setObject(4, read);
            try (ResultSet row = take.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
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
