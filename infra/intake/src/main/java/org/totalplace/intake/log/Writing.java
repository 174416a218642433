package org.totalplace.intake.log;

import java.util.Queue;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction of the log: committed, or without a trace. */
final class Writing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

    private final TransactionalWriter writer;
    private final Producer<byte[], byte[]> producer;
    private final Queue<TransactionalWriter> free;
    private boolean ended;

    /** @param free where the writer goes back to in the end */
    Writing(TransactionalWriter writer, Producer<byte[], byte[]> producer, Queue<TransactionalWriter> free) {
        this.writer = writer;
        this.producer = producer;
        this.free = free;
    }

    Producer<byte[], byte[]> producer() {
        return producer;
    }

    /** Fails if any of the events could not be written. */
    void commit() {
        producer.commitTransaction();
        ended = true;
    }

    @Override
    public void close() {
        try {
            if (!ended) {
                ended = true;
                producer.abortTransaction();
            }
        } catch (RuntimeException broken) {
            // The next writer of this id aborts what is left.
            writer.discard();
            LOG.warn("A transaction could not be aborted at once: {}", broken.toString());
        } finally {
            free.add(writer);
        }
    }
}
