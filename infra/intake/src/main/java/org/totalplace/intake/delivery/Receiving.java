package org.totalplace.intake.delivery;

import java.sql.Connection;
import org.totalplace.intake.layout.RecordLayout;
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

    /**
     * Undoes a published delivery, in the given transaction.
     *
     * @throws UnsupportedOperationException if records of this kind are corrected by newer records instead
     */
    default void withdraw(Connection connection, Delivery delivery) throws Exception {
        throw new UnsupportedOperationException("Deliveries of " + layout().kind() + " are corrected by newer records");
    }

    /** What a record says of whom was paid. */
    enum Naming {
        /** Records of this kind pay nobody. */
        NO_PAYEES,
        NAMED,
        REDACTED,
        BLANK
    }

    /** Counted in reports, for the quality of feeds. */
    default Naming naming(RowOutcome.Accepted row) {
        return Naming.NO_PAYEES;
    }
}
