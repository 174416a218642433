package org.totalplace.journey.costing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.FinancialYear;

/** Keeps what is declared of service lines; a line that is described anew is due to be costed. */
@Component
class DeclaringActivity {

    private static final String DECLARE = """
            with written as (
                insert into service_activity as held (agency, service, year, name, unit, units, author, set_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (agency, service, year) do update
                   set name = excluded.name, unit = excluded.unit, units = excluded.units, author = excluded.author,
                       set_at = excluded.set_at
                 where (held.name, held.unit, held.units) is distinct from (excluded.name, excluded.unit, excluded.units)
                returning new.agency, new.service, new.year
            )
            insert into costing_due (agency, service, year) select agency, service, year from written
            """;

    private final BulkDatabase database;
    private final InstantSource clock;

    DeclaringActivity(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Declares all or none. */
    int declare(FinancialYear year, List<ServiceRequest> services, String author) throws Exception {
        return database.inTransaction(connection -> declare(connection, year, services, author));
    }

    private int declare(Connection connection, FinancialYear year, List<ServiceRequest> services, String author)
            throws SQLException {
        Instant now = clock.instant();
        try (PreparedStatement declare = connection.prepareStatement(DECLARE)) {
            for (ServiceRequest service : services) {
                declare.setString(1, service.agency());
                declare.setString(2, service.service());
                declare.setInt(3, year.start());
                declare.setString(4, service.name());
                declare.setString(5, service.unit());
                declare.setObject(6, service.thousandths(), Types.BIGINT);
                declare.setString(7, author);
                declare.setTimestamp(8, Timestamp.from(now));
                declare.addBatch();
            }
            declare.executeBatch();
        }
        return services.size();
    }
}
