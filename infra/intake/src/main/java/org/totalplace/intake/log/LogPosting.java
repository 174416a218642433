package org.totalplace.intake.log;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.totalplace.contracts.Topic;
import org.totalplace.intake.delivery.Posting;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.observability.Trace;

/** One delivery on its way into a topic. */
final class LogPosting<E extends SpecificRecord> implements Posting {

    private final Writing writing;
    private final BulkDatabase database;
    private final Topic<E> topic;
    private final EventRows<E> rows;
    private final Claim claim;

    LogPosting(Writing writing, BulkDatabase database, Topic<E> topic, EventRows<E> rows, Claim claim) {
        this.writing = writing;
        this.database = database;
        this.topic = topic;
        this.rows = rows;
        this.claim = claim;
    }

    @Override
    public Optional<Problem> post(RowOutcome.Accepted row) {
        return rows.read(
                row,
                (key, event) -> writing.producer()
                        .send(new ProducerRecord<>(
                                topic.name(), null, key, topic.encode(event), Trace.headers(Trace.current()))));
    }

    /**
     * Should the database fail once the log has the events, the delivery is read again and they repeat what they said.
     * If another delivery took its claim meanwhile, it is refused though the log has them.
     */
    @Override
    public void publish(Closing closing) throws Exception {
        database.inTransaction(connection -> {
            claim.make(connection);
            writing.commit();
            return closing.record(connection);
        });
    }

    @Override
    public void close() {
        writing.close();
    }
}
