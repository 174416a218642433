package org.totalplace.spend.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.ProblemType;
import org.totalplace.value.AgencyCode;

/** Whether agencies are registered with the place, and what is told where one is not. */
final class Registrations {

    private static final String REGISTERED = """
            select 1 from registration r join agency a on a.id = r.agency where a.code = ? and r.until is null
            """;

    private Registrations() {}

    static boolean has(Connection connection, AgencyCode agency) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(REGISTERED)) {
            select.setString(1, agency.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** @param named whom the row names, or null if nobody */
    static Problem lacking(AgencyCode agency, long row, @Nullable String named) {
        return new Problem(
                ProblemType.UNKNOWN_BODY,
                row,
                null,
                named,
                "The agency '" + agency + "' is not registered with the place. Ask a steward to register it, then send"
                        + " the file again.");
    }
}
