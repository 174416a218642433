package org.totalplace.outcomes.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.intake.delivery.DeliveryReports;
import org.totalplace.outcomes.observation.TakenEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands records in and waits until their delivery has ended. Blocks. */
@Component
class AwaitedDeliveries {

    private static final long LOOK_AGAIN_MILLIS = 10;

    private final EventDesk desk;
    private final TakenEvents taken;
    private final DeliveryReports reports;
    private final DatabaseClient database;
    private final JsonMapper json;

    AwaitedDeliveries(
            EventDesk desk, TakenEvents taken, DeliveryReports reports, DatabaseClient database, JsonMapper json) {
        this.desk = desk;
        this.taken = taken;
        this.reports = reports;
        this.database = database;
        this.json = json;
    }

    /**
     * How a delivery ended.
     *
     * @param refused whether nothing of it was taken
     * @param why what its report says of the whole
     * @param rows what is wrong with those that were refused, by their number from 1 on
     */
    record Ended(UUID id, boolean refused, String why, Map<Long, String> rows) {

        Ended {
            rows = Map.copyOf(rows);
        }
    }

    /**
     * Where one of the events was taken before, the delivery is refused, unless a published one has the same bytes:
     * that counts for this one too.
     *
     * @param events which the lines are of, one each
     */
    Ended deliver(String feed, List<String> events, byte[] lines) throws Exception {
        UUID offered = UUID.randomUUID();
        taken.offer(offered, feed, events);
        Map<String, Object> report =
                Objects.requireNonNull(desk.deliver(feed, offered, lines).block());
        UUID id = UUID.fromString(String.valueOf(report.get("id")));
        while (isPending(report)) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
            report = Objects.requireNonNull(reports.of(feed, id).block());
        }
        if (!id.equals(offered) && "published".equals(report.get("status"))) {
            taken.takeWith(id, offered);
        }
        JsonNode problem = json.valueToTree(report).path("problems").path(0);
        String why = problem.path("examples").path(0).path("message").asString("It was not taken.");
        return new Ended(id, "refused".equals(report.get("status")), why, refusedRows(id));
    }

    private static boolean isPending(Map<String, Object> report) {
        return "received".equals(report.get("status")) || "reading".equals(report.get("status"));
    }

    private Map<Long, String> refusedRows(UUID id) {
        Map<Long, String> rows = new HashMap<>();
        database.sql("select row, reasons from refused_row where delivery = :id")
                .bind("id", id)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("row", Long.class)),
                        Objects.requireNonNull(row.get("reasons", String.class))))
                .all()
                .toIterable()
                .forEach(row -> rows.put(row.getKey(), row.getValue()));
        return rows;
    }
}
