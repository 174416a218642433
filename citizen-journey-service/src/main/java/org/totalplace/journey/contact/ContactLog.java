package org.totalplace.journey.contact;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.totalplace.contracts.event.ContactEvent;

/**
 * Writes to the contacts topic, one transaction a delivery. There are a few writers with transactional ids of their
 * own, the same after every start: so a transaction that a killed process left open is aborted when the service is up
 * again, not when it times out, and readers of committed events do not wait for it.
 */
final class ContactLog implements SmartLifecycle, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ContactLog.class);
    private static final int WRITERS = 2;
    /** Before the deliveries are read, and stopped after. */
    private static final int PHASE = Integer.MAX_VALUE - 1_000;

    private final List<TransactionalWriter> writers;
    private final BlockingQueue<TransactionalWriter> free;
    private volatile boolean running;

    ContactLog(TransactionalWriter.Opening opening) {
        this.writers = IntStream.range(0, WRITERS)
                .mapToObj(slot -> new TransactionalWriter(slot, opening))
                .toList();
        this.free = new LinkedBlockingQueue<>(writers);
    }

    /** Begins a transaction; waits while all writers are in use. */
    Writing begin() throws InterruptedException {
        TransactionalWriter writer = free.take();
        try {
            return new Writing(writer, writer.begin());
        } catch (RuntimeException failure) {
            writer.discard();
            free.add(writer);
            throw failure;
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("contact-log").start(this::abortLeftovers);
    }

    private void abortLeftovers() {
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
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public void destroy() {
        writers.forEach(TransactionalWriter::discard);
    }

    /** One transaction: committed, or without a trace. */
    final class Writing implements AutoCloseable {

        private final TransactionalWriter writer;
        private final Producer<byte[], byte[]> producer;
        private boolean ended;

        private Writing(TransactionalWriter writer, Producer<byte[], byte[]> producer) {
            this.writer = writer;
            this.producer = producer;
        }

        void write(ContactEvent event) {
            producer.send(TransactionalWriter.record(event));
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
}
