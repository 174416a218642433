package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.spend.announce.Announcing;
import org.totalplace.spend.function.ServiceLines;
import org.totalplace.spend.revision.Revision;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.AgencyCode;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Names a service line or moves it to another function, with the sums that follow, in one transaction. */
@Component
class DescribingServices {

    private static final String TOUCHED = """
            select distinct t.delivery from ledger_total t where t.service = ? and t.until is null
            """;

    private final BulkDatabase database;
    private final InstantSource clock;

    DescribingServices(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Void> describe(AgencyCode agency, String code, @Nullable String name, @Nullable String function) {
        return Mono.<Void>fromCallable(() -> {
                    database.inTransaction(connection -> {
                        describeIn(connection, agency, code, name, function);
                        return Boolean.TRUE;
                    });
                    return null;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private void describeIn(
            Connection connection, AgencyCode agency, String code, @Nullable String name, @Nullable String function)
            throws SQLException {
        int service = ServiceLines.saved(connection, agency, code);
        Revision revision = Revision.begin(
                connection, Revision.Kind.SERVICE_LINE, "Service line " + agency + " " + code + " described");
        ServiceLines.describe(connection, revision, agency, service, code, name, function);
        LedgerTotals.recompute(connection, revision, deliveriesWith(connection, service));
        Announcing.ofServiceLine(connection, revision, service);
        revision.end(connection, clock.instant());
    }

    private static List<Integer> deliveriesWith(Connection connection, int service) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TOUCHED)) {
            select.setInt(1, service);
            List<Integer> deliveries = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    deliveries.add(rows.getInt(1));
                }
            }
            return deliveries;
        }
    }
}
