package org.totalplace.intake.delivery;

import java.sql.Connection;
import java.util.Optional;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.RowOutcome;

/**
 * What a service does with the records of one kind. A bean of this type makes the kind acceptable in
 * {@code PUT .../feeds/{feed}}.
 */
public interface Receiving {

    /** The fields of a record; its {@code kind} names what is received. */
    RecordLayout layout();

    /**
     * Whether a newer delivery for a period replaces the older ones that the period covers (documents), or every record
     * stands for itself and replaces its own earlier version (events and registers).
     */
    boolean restates();

    /** Begins to take the rows of a delivery. Runs on a virtual thread and may block. */
    Posting begin(Delivery delivery) throws Exception;

    /** What the service would say of the rows of a file that is only looked at. */
    interface Sight extends AutoCloseable {

        /** Of a service that has nothing to add to what the reader says. */
        Sight OF_ANY = new Sight() {};

        /** As {@link Posting#leavesOut}. */
        default Optional<Problem> leavesOut(RowOutcome.Accepted row) {
            return Optional.empty();
        }

        /** Why the row would be refused, as {@link Posting#post} tells; called once for each row. */
        default Optional<Problem> objection(RowOutcome.Accepted row) {
            return Optional.empty();
        }

        /** What the rows so far that would not be refused say of their payees. */
        default PayeesSaid payees() {
            return PayeesSaid.NONE;
        }

        @Override
        default void close() {}
    }

    /** Begins to look at the rows of a file, of which nothing is kept. May block. */
    default Sight look(Delivery file) throws Exception {
        return Sight.OF_ANY;
    }

    /**
     * Undoes a published delivery, in the given transaction.
     *
     * @throws UnsupportedOperationException if records of this kind are corrected by newer records instead
     */
    default void withdraw(Connection connection, Delivery delivery) throws Exception {
        throw new UnsupportedOperationException("Deliveries of " + layout().kind() + " are corrected by newer records");
    }
}
