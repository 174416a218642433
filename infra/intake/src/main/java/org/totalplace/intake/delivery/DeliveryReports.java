package org.totalplace.intake.delivery;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What agencies read of their deliveries. */
public final class DeliveryReports {

    private static final TypeReference<LinkedHashMap<String, Object>> REPORT = new TypeReference<>() {};
    private static final int NEWEST = 200;

    private static final String SELECT = """
            select id, feed, agency, status, name, bytes, sha256, report::text as report, received_at, superseded_by
            from delivery where feed = :feed
            """;

    private final DatabaseClient database;
    private final JsonMapper json;
    private final List<Fetches> fetches;

    /** @param fetches none where nothing is fetched */
    DeliveryReports(DatabaseClient database, JsonMapper json, List<Fetches> fetches) {
        this.fetches = List.copyOf(fetches);
        this.database = database;
        // Pounds and pence as they were written, never through a binary fraction.
        this.json = json.rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** The report, also of a delivery that is still being fetched, or a 404 problem. */
    public Mono<Map<String, Object>> of(String feed, UUID id) {
        return here(feed, id)
                .switchIfEmpty(Flux.fromIterable(fetches)
                        .concatMap(fetching -> fetching.of(feed, id))
                        .next()
                        .flatMap(fetch -> switch (fetch) {
                            case Fetches.Fetch.OnItsWay(Map<String, Object> report) -> Mono.just(report);
                            case Fetches.Fetch.Arrived(UUID delivery) -> here(feed, delivery);
                        }))
                .switchIfEmpty(Mono.error(() ->
                        Problem.notFound("no-such-delivery", "The feed '" + feed + "' has no delivery " + id + ".")));
    }

    private Mono<Map<String, Object>> here(String feed, UUID id) {
        return database.sql(SELECT + " and id = :id")
                .bind("feed", feed)
                .bind("id", id)
                .map(this::report)
                .one();
    }

    /** The newest deliveries, at most 200. */
    Mono<List<Map<String, Object>>> history(String feed) {
        return database.sql(SELECT + " order by sequence desc limit " + NEWEST)
                .bind("feed", feed)
                .map(this::report)
                .all()
                .collectList();
    }

    /** As many columns as the widest refused row has. */
    Mono<List<String>> refusedHeader(String feed, UUID id) {
        return of(feed, id)
                .then(database.sql("select coalesce(max(cardinality(cells)), 0) as widest from "
                                + "refused_row where delivery = :id")
                        .bind("id", id)
                        .map(row -> Objects.requireNonNull(row.get("widest", Integer.class)))
                        .one())
                .map(widest -> {
                    List<String> header = new ArrayList<>(List.of("row", "reason"));
                    for (int i = 1; i <= widest; i++) {
                        header.add("column " + i);
                    }
                    return header;
                });
    }

    Flux<List<Object>> refusedRows(UUID id) {
        return database.sql("select row, reasons, cells from refused_row where delivery = :id order by row")
                .bind("id", id)
                .map(row -> {
                    List<Object> cells = new ArrayList<>();
                    cells.add(Objects.requireNonNull(row.get("row", Long.class)));
                    cells.add(Bindings.text(row, "reasons"));
                    cells.addAll(List.of(Objects.requireNonNull(row.get("cells", String[].class))));
                    return cells;
                })
                .all();
    }

    private Map<String, Object> report(Readable row) {
        String stored = row.get("report", String.class);
        Map<String, Object> report = stored == null ? received(row) : json.readValue(stored, REPORT);
        report.put("status", Bindings.text(row, "status"));
        UUID supersededBy = row.get("superseded_by", UUID.class);
        if (supersededBy != null) {
            report.put("supersededBy", supersededBy);
        }
        return report;
    }

    private static Map<String, Object> received(Readable row) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("name", Bindings.text(row, "name"));
        file.put("bytes", Objects.requireNonNull(row.get("bytes", Long.class)));
        file.put("sha256", Bindings.text(row, "sha256"));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("id", Objects.requireNonNull(row.get("id", UUID.class)));
        report.put("feed", Bindings.text(row, "feed"));
        report.put("agency", Bindings.text(row, "agency"));
        report.put("status", Bindings.text(row, "status"));
        report.put("file", file);
        return report;
    }
}
