package org.totalplace.outcomes.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.totalplace.starter.bulk.BulkDatabase;

/** Remembers which events of a feed were taken, by source and id, for a month: no producer tries for longer. Blocks. */
@Component
class TakenEvents {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final String KNOWN = "select event from event_taken where feed = ? and event = any(?)";

    private static final String NOTE = """
            insert into event_taken (feed, event, taken_at) select ?, unnest(?::bytea[]), ? on conflict do nothing
            """;

    private static final String FORGET = "delete from event_taken where taken_at < ?";

    private final BulkDatabase database;
    private final InstantSource clock;

    TakenEvents(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those of the events that were taken before. */
    Set<String> known(String feed, Collection<String> events) throws Exception {
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

    void note(String feed, Collection<String> events) throws Exception {
        database.inTransaction(connection -> {
            try (PreparedStatement note = connection.prepareStatement(NOTE);
                    PreparedStatement forget = connection.prepareStatement(FORGET)) {
                note.setString(1, feed);
                note.setArray(2, hashes(connection, events));
                note.setTimestamp(3, Timestamp.from(clock.instant()));
                note.executeUpdate();
                forget.setTimestamp(1, Timestamp.from(clock.instant().minus(REMEMBERED)));
                forget.executeUpdate();
            }
            return null;
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
