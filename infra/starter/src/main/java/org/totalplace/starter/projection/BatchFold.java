package org.totalplace.starter.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.totalplace.contracts.UndecodableEvent;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.observability.Trace;

/**
 * Folds one polled batch: decode, skip what is done, apply, store the offsets; one transaction. Of a batch that cannot
 * be taken whole the parts are tried, and of such a part each record: no record is tried more than three times before
 * it is set aside.
 */
final class BatchFold<E extends SpecificRecord> {

    private final Projection<E> projection;
    private final BulkDatabase database;
    private final ProjectionOffsets offsets;
    private final DeadLetters deadLetters;
    private final Duration patience;

    /** @param patience for how long the database waits for a word of this consumer before it ends its transaction */
    BatchFold(Projection<E> projection, BulkDatabase database, DeadLetters deadLetters, Duration patience) {
        this.projection = projection;
        this.database = database;
        this.offsets = new ProjectionOffsets(projection.name());
        this.deadLetters = deadLetters;
        this.patience = patience;
    }

    Map<TopicPartition, Long> storedOffsets() throws Exception {
        return database.inTransaction(
                connection -> offsets.read(connection, projection.topic().name()));
    }

    void fold(List<ConsumerRecord<byte[], byte[]>> polled) throws Exception {
        Map<TopicPartition, Long> next = new HashMap<>();
        for (var record : polled) {
            next.merge(partition(record), record.offset() + 1, Math::max);
        }
        database.inTransaction(connection -> {
            endIfSilent(connection);
            Map<TopicPartition, Long> done = offsets.lock(connection, next.keySet());
            List<Undone<E>> undone = decoded(polled, done);
            int part = Math.max(1, (int) Math.sqrt(undone.size()));
            Trace.within(traceOf(undone), () -> applyOrPart(connection, undone, part));
            next.replaceAll((partition, offset) -> Math.max(offset, done.getOrDefault(partition, 0L)));
            offsets.store(connection, next);
            return null;
        });
        projection.committed();
    }

    /** What follows from a batch belongs to a trace if all of the batch does. */
    private static @Nullable String traceOf(List<? extends Undone<?>> undone) {
        String first =
                undone.isEmpty() ? null : Trace.of(undone.getFirst().record().headers());
        boolean ofAll = first != null
                && undone.stream()
                        .allMatch(one -> first.equals(Trace.of(one.record().headers())));
        return ofAll ? first : null;
    }

    private List<Undone<E>> decoded(List<ConsumerRecord<byte[], byte[]>> polled, Map<TopicPartition, Long> done)
            throws InterruptedException {
        List<Undone<E>> undone = new ArrayList<>(polled.size());
        for (var record : polled) {
            if (record.offset() < done.getOrDefault(partition(record), 0L)) {
                continue;
            }
            try {
                E event = record.value() == null ? null : projection.topic().decode(record.value());
                byte[] key = record.key() == null ? new byte[0] : record.key();
                undone.add(new Undone<>(record, new Projection.Event<>(key, event)));
            } catch (UndecodableEvent e) {
                deadLetters.send(record, projection.name(), e);
            }
        }
        return undone;
    }

    /** A process that is frozen keeps its connection open; its successor shall not wait for its locks for ever. */
    private void endIfSilent(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local idle_in_transaction_session_timeout = " + patience.toMillis());
        }
    }

    /** @param part how many records are tried at once where all together fail */
    private void applyOrPart(Connection connection, List<Undone<E>> undone, int part) throws Exception {
        if (undone.isEmpty()) {
            return;
        }
        Savepoint before = connection.setSavepoint();
        Exception fault;
        try {
            projection.apply(connection, undone.stream().map(Undone::event).toList());
            connection.releaseSavepoint(before);
            return;
        } catch (SQLException | RuntimeException failure) {
            if (!RecordFault.explains(failure)) {
                throw failure;
            }
            fault = failure;
        }
        connection.rollback(before);
        if (undone.size() == 1) {
            deadLetters.send(undone.getFirst().record(), projection.name(), fault);
            return;
        }
        for (int from = 0; from < undone.size(); from += part) {
            applyOrPart(connection, undone.subList(from, Math.min(undone.size(), from + part)), 1);
        }
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private record Undone<E>(ConsumerRecord<byte[], byte[]> record, Projection.Event<E> event) {}
}
