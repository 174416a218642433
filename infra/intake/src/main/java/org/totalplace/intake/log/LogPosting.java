package org.totalplace.intake.log;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.totalplace.contracts.Topic;
import org.totalplace.intake.delivery.Posting;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.starter.bulk.BulkDatabase;

/** One delivery on its way into a topic. */
final class LogPosting<E extends SpecificRecord> implements Posting {

    private final Producer<byte[], byte[]> producer;
    private final BulkDatabase database;
    private final Topic<E> topic;
    private final EventRows<E> rows;
    private final AtomicReference<@Nullable Exception> sendFailure = new AtomicReference<>();
    private boolean open;

    LogPosting(Producer<byte[], byte[]> producer, BulkDatabase database, Topic<E> topic, EventRows<E> rows) {
        this.producer = producer;
        this.database = database;
        this.topic = topic;
        this.rows = rows;
        producer.beginTransaction();
        this.open = true;
    }

    @Override
    public Optional<Problem> post(RowOutcome.Accepted row) throws Exception {
        Exception failure = sendFailure.get();
        if (failure != null) {
            throw failure;
        }
        return rows.read(row, this::send);
    }

    private void send(byte[] key, E event) {
        producer.send(new ProducerRecord<>(topic.name(), key, topic.encode(event)), (sent, failure) -> {
            if (failure != null) {
                sendFailure.compareAndSet(null, failure);
            }
        });
    }

    @Override
    public void publish(Closing closing) throws Exception {
        producer.commitTransaction();
        open = false;
        database.inTransaction(closing::record);
    }

    @Override
    public void close() {
        try (producer) {
            if (open) {
                producer.abortTransaction();
            }
        }
    }
}
