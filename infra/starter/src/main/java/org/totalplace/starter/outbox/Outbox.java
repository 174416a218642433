package org.totalplace.starter.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.totalplace.contracts.Topic;
import org.totalplace.starter.observability.Trace;

/**
 * Writes events into the outbox, in the transaction of the change that they tell of. They are sent after its commit, at
 * least once and in order of a key, if changes of one key take turns (a row lock on what changes sees to that). They
 * carry the trace that the thread works for.
 */
public final class Outbox {

    private static final String APPEND = "insert into outbox (topic, key, payload, trace) values (?, ?, ?, ?)";
    private static final int ROWS_A_BATCH = 1_000;

    private Outbox() {}

    /**
     * @param key the record's key
     * @param value the event; null says that the key is no more
     */
    public record Entry<E>(byte[] key, @Nullable E value) {}

    /** Appends the events in their order. */
    public static <E extends SpecificRecord> void append(Connection connection, Topic<E> topic, List<Entry<E>> entries)
            throws SQLException {
        String trace = Trace.current();
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            int waiting = 0;
            for (Entry<E> entry : entries) {
                E value = entry.value();
                append.setString(1, topic.name());
                append.setBytes(2, entry.key());
                append.setBytes(3, value == null ? null : topic.encode(value));
                append.setString(4, trace);
                append.addBatch();
                if (++waiting == ROWS_A_BATCH) {
                    append.executeBatch();
                    waiting = 0;
                }
            }
            append.executeBatch();
        }
    }
}
