package org.totalplace.starter.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaOperations;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.observability.Trace;
import org.totalplace.starter.rounds.Rounds;

/**
 * Sends what stands in the outbox, oldest first, and removes what the broker has acknowledged. One replica of a service
 * does so at a time, by an advisory lock; a crash between sending and removing repeats, never loses.
 */
final class OutboxRelay implements Rounds.Round {

    private static final int ROWS_A_ROUND = 5_000;
    private static final Duration IDLE = Duration.ofMillis(100);
    /** Any number that no other advisory lock of the databases uses. */
    private static final long LOCK = 7_446_201_009L;

    private static final String OLDEST =
            "select id, topic, key, payload, trace from outbox order by id limit " + ROWS_A_ROUND;

    private final BulkDatabase database;
    private final KafkaOperations<byte[], byte[]> kafka;

    OutboxRelay(BulkDatabase database, KafkaOperations<byte[], byte[]> kafka) {
        this.database = database;
        this.kafka = kafka;
    }

    @Override
    public Duration run() throws Exception {
        return database.inTransaction(this::round) == 0 ? IDLE : Duration.ZERO;
    }

    private int round(Connection connection) throws SQLException, InterruptedException, ExecutionException {
        if (!locked(connection)) {
            return 0;
        }
        List<Future<?>> sent = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement oldest = connection.prepareStatement(OLDEST);
                ResultSet rows = oldest.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
                sent.add(kafka.send(new ProducerRecord<>(
                        rows.getString(2),
                        null,
                        rows.getBytes(3),
                        rows.getBytes(4),
                        Trace.headers(rows.getString(5)))));
            }
        }
        for (Future<?> acknowledgement : sent) {
            acknowledgement.get();
        }
        remove(connection, ids);
        return ids.size();
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void remove(Connection connection, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement remove = connection.prepareStatement("delete from outbox where id = any(?)")) {
            remove.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            remove.executeUpdate();
        }
    }
}
