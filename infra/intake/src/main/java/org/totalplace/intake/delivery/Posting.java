package org.totalplace.intake.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.RowOutcome;

/**
 * One delivery on its way in: rows, then either {@link #publish} or only {@link #close}. Until published it leaves no
 * trace.
 */
public interface Posting extends AutoCloseable {

    /**
     * Whether the service leaves a row out though it could be read, and says why: a total, or a body that was listed
     * before. It is set aside, and {@link #post} is not asked.
     */
    default Optional<Problem> leavesOut(RowOutcome.Accepted row) throws Exception {
        return Optional.empty();
    }

    /** Takes a row that could be read; a problem says that the service refuses it, for example an unknown measure. */
    Optional<Problem> post(RowOutcome.Accepted row) throws Exception;

    /** What the rows that were taken say of their payees. Called once, after the last row. */
    default PayeesSaid payees() throws Exception {
        return PayeesSaid.NONE;
    }

    /**
     * What is worth telling of all rows together, without refusing any. Called once, after the last row, when the
     * delivery is about to be published.
     */
    default List<Problem> noticed() throws Exception {
        return List.of();
    }

    /**
     * Makes all rows count. Whoever writes to the database calls {@link Closing#record} within the transaction that
     * makes them count; whoever writes to a log commits there first, for records of a log may be repeated.
     */
    void publish(Closing closing) throws Exception;

    /** Gives up what was not published. */
    @Override
    void close() throws Exception;

    /** Marks the delivery published. */
    interface Closing {

        /**
         * Locks the feed, marks this delivery published with its report, and the deliveries that it restates
         * superseded, all in the caller's transaction.
         *
         * @return the deliveries that are superseded by this one; their figures no longer count
         */
        List<UUID> record(Connection connection) throws SQLException;
    }
}
