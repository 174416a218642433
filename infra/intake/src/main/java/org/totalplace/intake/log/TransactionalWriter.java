package org.totalplace.intake.log;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** One transactional id of this instance, with its producer while it is sound. */
final class TransactionalWriter {

    private final Supplier<Producer<byte[], byte[]>> opening;
    private @Nullable Producer<byte[], byte[]> producer;

    TransactionalWriter(Supplier<Producer<byte[], byte[]>> opening) {
        this.opening = opening;
    }

    /** Begins a transaction; the first one also ends what an earlier process left open. */
    synchronized Producer<byte[], byte[]> begin() {
        Producer<byte[], byte[]> sound = producer;
        if (sound == null) {
            sound = opening.get();
            producer = sound;
            sound.initTransactions();
        }
        sound.beginTransaction();
        return sound;
    }

    synchronized void discard() {
        Producer<byte[], byte[]> broken = producer;
        producer = null;
        if (broken != null) {
            broken.close(Duration.ZERO);
        }
    }
}
