package org.totalplace.intake.log;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.totalplace.contracts.Topic;
import org.totalplace.intake.delivery.Delivery;
import org.totalplace.intake.delivery.Posting;
import org.totalplace.starter.bulk.BulkDatabase;

/**
 * Where deliveries of events go: the log first. A delivery is one producer transaction, accepted when that commits;
 * consumers that read what is committed see all of it or nothing. A crash between commit and record writes the same
 * events again, with the same versions.
 *
 * <p>There are a few writers with transactional ids of their own, the same after every start: so a transaction that a
 * killed process left open is aborted when the service is up again, not when it times out, and readers of committed
 * events do not wait for it.
 */
public final class EventLog implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

    /** As many deliveries as are read at once. */
    private static final int WRITERS = 2;

    /** Rows of a delivery are numbered below this; a later delivery's events have higher versions. */
    private static final int ROW_BITS = 24;

    private final List<TransactionalWriter> writers;
    private final BlockingQueue<TransactionalWriter> free;
    private final BulkDatabase database;

    EventLog(IntFunction<Producer<byte[], byte[]>> opening, BulkDatabase database) {
        this.writers = IntStream.range(0, WRITERS)
                .mapToObj(slot -> new TransactionalWriter(() -> opening.apply(slot)))
                .toList();
        this.free = new LinkedBlockingQueue<>(writers);
        this.database = database;
    }

    /** The version of the event that a row brings: later deliveries win, and within one the later row. */
    public static long version(Delivery delivery, long row) {
        return (delivery.sequence() << ROW_BITS) + row;
    }

    /** Begins a delivery; waits while all writers are in use. */
    public <E extends SpecificRecord> Posting begin(Topic<E> topic, EventRows<E> rows) throws InterruptedException {
        return begin(topic, rows, Claim.NOTHING);
    }

    /** Begins a delivery that is published only if the claim holds; waits while all writers are in use. */
    public <E extends SpecificRecord> Posting begin(Topic<E> topic, EventRows<E> rows, Claim claim)
            throws InterruptedException {
        return new LogPosting<>(begin(), database, topic, rows, claim);
    }

    private Writing begin() throws InterruptedException {
        TransactionalWriter writer = free.take();
        try {
            return new Writing(writer, writer.begin(), free);
        } catch (RuntimeException failure) {
            writer.discard();
            free.add(writer);
            throw failure;
        }
    }

    /** Ends what an earlier process left open, and has the writers ready for the first delivery. */
    void abortLeftovers() {
        try {
            for (int i = 0; i < WRITERS; i++) {
                begin().close();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException away) {
            LOG.warn(
                    "The broker does not answer yet; open transactions end with the next delivery: {}",
                    away.toString());
        }
    }

    @Override
    public void destroy() {
        writers.forEach(TransactionalWriter::discard);
    }
}
