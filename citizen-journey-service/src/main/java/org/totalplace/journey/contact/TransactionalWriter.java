package org.totalplace.journey.contact;

import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.ContactEvent;
import org.totalplace.value.SubjectKey;

/** One transactional id of this instance, with its producer while it is sound. */
final class TransactionalWriter {

    private final int slot;
    private final Opening opening;
    private @Nullable Producer<byte[], byte[]> producer;

    TransactionalWriter(int slot, Opening opening) {
        this.slot = slot;
        this.opening = opening;
    }

    /** Makes a producer for a slot. */
    @FunctionalInterface
    interface Opening {
        Producer<byte[], byte[]> open(int slot);
    }

    /** Begins a transaction; the first one also ends what an earlier process left open. */
    synchronized Producer<byte[], byte[]> begin() {
        Producer<byte[], byte[]> sound = producer;
        if (sound == null) {
            sound = opening.open(slot);
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

    static ProducerRecord<byte[], byte[]> record(ContactEvent event) {
        UUID first = event.getSubjects().getFirst();
        return new ProducerRecord<>(
                Topics.CONTACTS.name(), new SubjectKey(first).bytes(), Topics.CONTACTS.encode(event));
    }
}
