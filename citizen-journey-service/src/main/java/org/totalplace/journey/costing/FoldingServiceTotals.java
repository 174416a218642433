package org.totalplace.journey.costing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.contracts.Topic;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.ServiceTotal;
import org.totalplace.starter.projection.Projection;

/** Folds what service lines cost; a line whose cost changed is due to be costed. */
@Component
class FoldingServiceTotals implements Projection<ServiceTotal> {

    private static final String FOLD = """
            with written as (
                insert into service_total as held (agency, service, year, phase, service_name, pence, lines, version)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (agency, service, year, phase) do update
                   set service_name = excluded.service_name, pence = excluded.pence, lines = excluded.lines,
                       version = excluded.version
                 where held.version < excluded.version
                returning new.agency, new.service, new.year, new.phase,
                          (old.pence, old.service_name) is distinct from (new.pence, new.service_name) as moved
            )
            insert into costing_due (agency, service, year)
            select agency, service, year from written where phase = 'payment' and moved
            """;

    private static final String REMOVE = """
            with gone as (
                delete from service_total where agency || '|' || service || '|' || year || '|' || phase = ?
                returning agency, service, year, phase
            )
            insert into costing_due (agency, service, year)
            select agency, service, year from gone where phase = 'payment'
            """;

    @Override
    public String name() {
        return "journey-service-totals";
    }

    @Override
    public Topic<ServiceTotal> topic() {
        return Topics.SERVICE_TOTALS;
    }

    @Override
    public void apply(Connection connection, List<Event<ServiceTotal>> batch) throws SQLException {
        // Events of one key come in their order, so the last one of a batch is enough.
        Map<String, @Nullable ServiceTotal> latest = new LinkedHashMap<>();
        for (Event<ServiceTotal> event : batch) {
            latest.put(new String(event.key(), StandardCharsets.UTF_8), event.value());
        }
        try (PreparedStatement fold = connection.prepareStatement(FOLD);
                PreparedStatement remove = connection.prepareStatement(REMOVE)) {
            for (var entry : latest.entrySet()) {
                ServiceTotal total = entry.getValue();
                if (total == null) {
                    remove.setString(1, entry.getKey());
                    remove.addBatch();
                } else {
                    bind(fold, total);
                    fold.addBatch();
                }
            }
            remove.executeBatch();
            fold.executeBatch();
        }
    }

    private static void bind(PreparedStatement fold, ServiceTotal total) throws SQLException {
        fold.setString(1, total.getAgency());
        fold.setString(2, total.getService());
        fold.setInt(3, total.getYear());
        fold.setString(4, total.getPhase());
        fold.setString(5, total.getServiceName());
        fold.setLong(6, total.getPence());
        fold.setLong(7, total.getLines());
        fold.setLong(8, total.getVersion());
    }
}
