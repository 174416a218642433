package org.totalplace.starter.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;
import org.totalplace.starter.bulk.BulkDatabase;

/**
 * Sends what stands in the outbox, oldest first, and removes what the broker has acknowledged. One replica of a service
 * does so at a time, by an advisory lock; a crash between sending and removing repeats, never loses.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int ROWS_A_ROUND = 5_000;
    private static final long IDLE_MILLIS = 100;
    private static final long TROUBLE_MILLIS = 1_000;
    /** Any number that no other advisory lock of the databases uses. */
    private static final long LOCK = 7_446_201_009L;

    private static final String OLDEST = "select id, topic, key, payload from outbox order by id limit " + ROWS_A_ROUND;

    private final BulkDatabase database;
    private final KafkaOperations<byte[], byte[]> kafka;
    private volatile boolean running;
    private volatile Thread thread = new Thread();

    OutboxRelay(BulkDatabase database, KafkaOperations<byte[], byte[]> kafka) {
        this.database = database;
        this.kafka = kafka;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("outbox").start(this::relay);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void relay() {
        while (running) {
            try {
                int sent = database.inTransaction(this::round);
                if (sent == 0) {
                    Thread.sleep(IDLE_MILLIS);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (Exception trouble) {
                LOG.warn("The outbox could not be sent and will be tried again: {}", trouble.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(TROUBLE_MILLIS);
        } catch (InterruptedException stopped) {
            running = false;
        }
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
                sent.add(kafka.send(new ProducerRecord<>(rows.getString(2), rows.getBytes(3), rows.getBytes(4))));
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
