package org.totalplace.spend.place;

import java.sql.Connection;
import java.sql.SQLException;
import org.totalplace.spend.revision.Revision;

/** Brings what depends on agencies' names up to date, in the transaction that registers one. */
public interface OnRegistration {

    /**
     * @param revision of the registration
     * @param agency as it is now registered
     */
    void registered(Connection connection, Revision revision, Agency agency) throws SQLException;
}
