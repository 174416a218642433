package org.totalplace.starter.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
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

/** Folds one polled batch: decode, skip what is done, apply, store the offsets; one transaction. */
final class BatchFold<E extends SpecificRecord> {

    private final Projection<E> projection;
    private final BulkDatabase database;
    private final ProjectionOffsets offsets;
    private final DeadLetters deadLetters;

    BatchFold(Projection<E> projection, BulkDatabase database, DeadLetters deadLetters) {
        this.projection = projection;
        this.database = database;
        this.offsets = new ProjectionOffsets(projection.name());
        this.deadLetters = deadLetters;
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
            Map<TopicPartition, Long> done = offsets.lock(connection, next.keySet());
            List<Undone<E>> undone = decoded(polled, done);
            Trace.within(traceOf(undone), () -> applyOrHalve(connection, undone));
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

    private void applyOrHalve(Connection connection, List<Undone<E>> undone) throws Exception {
        if (undone.isEmpty()) {
            return;
        }
        Savepoint before = connection.setSavepoint();
        try {
            projection.apply(connection, undone.stream().map(Undone::event).toList());
        } catch (SQLException failure) {
            if (!isOfTheData(failure)) {
                throw failure;
            }
            connection.rollback(before);
            if (undone.size() == 1) {
                deadLetters.send(undone.getFirst().record(), projection.name(), failure);
                return;
            }
            int half = undone.size() / 2;
            applyOrHalve(connection, undone.subList(0, half));
            applyOrHalve(connection, undone.subList(half, undone.size()));
        }
    }

    /**
     * SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation); all else is the database's trouble.
     */
    private static boolean isOfTheData(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private record Undone<E>(ConsumerRecord<byte[], byte[]> record, Projection.Event<E> event) {}
}
