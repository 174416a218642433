package org.totalplace.intake.log;

import java.sql.Connection;
import java.sql.SQLException;
import org.totalplace.intake.reading.FileRefused;

/** What a delivery takes for itself alone, in the transaction that publishes it and before the log is written. */
@FunctionalInterface
public interface Claim {

    /** For deliveries that need nothing for themselves. */
    Claim NOTHING = connection -> {};

    /** @throws FileRefused if another delivery has it: this one then leaves no trace in the log */
    void make(Connection connection) throws SQLException, FileRefused;
}
