package org.totalplace.outcomes.measure;

import java.sql.Connection;
import java.time.LocalDate;

/** Whoever keeps figures that depend on definitions; told within the transaction that changes one. */
public interface Redefined {

    /** Observations of the measure from that day on fall under another definition than before. */
    void redefined(Connection connection, String measure, LocalDate from) throws Exception;
}
