package org.totalplace.starter.projection;

import java.sql.Connection;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.totalplace.contracts.Topic;

/**
 * Folds the events of one topic into tables. A bean of this type is run by the starter: batches in, one transaction a
 * batch, offsets in the same transaction, so that a crash anywhere repeats nothing and loses nothing.
 *
 * @param <E> the event
 */
public interface Projection<E extends SpecificRecord> {

    /** Names the projection in its offsets, its consumer group and its metrics; never changes. */
    String name();

    Topic<E> topic();

    /**
     * Writes what the batch says. Runs in the batch's transaction; must be a function of the events and the tables
     * alone, and must give the same state when batches are cut differently.
     *
     * @throws java.sql.SQLException of class 22 or 23 if an event's data cannot be stored; such an event, and one that
     *     the code stumbles over, is found by applying parts of the batch, and goes to the dead-letter topic
     */
    void apply(Connection connection, List<Event<E>> batch) throws Exception;

    /** Called after the batch's transaction has committed; for waking up others, never for facts. */
    default void committed() {}

    /**
     * One event of the log.
     *
     * @param key the record's key
     * @param value the event; null is a tombstone
     */
    record Event<E>(byte[] key, @Nullable E value) {}
}
