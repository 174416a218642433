package org.totalplace.journey.community.directory;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds services; on the connections of reads, so that whoever searches takes none from the loads. */
@Component
class FindingServices {

    private static final String ONE = """
            select d.id, d.source, s.name as source_name, d.service, d.document::text as document, d.assured, d.modified,
                   d.changed_at, d.unlisted_at, s.stale_after_days, null::double precision as metres
              from directory_service d join directory_source s using (source)
             where d.id = :id
            """;

    private final DatabaseClient database;

    FindingServices(DatabaseClient database) {
        this.database = database;
    }

    /** @param total of all pages */
    record Found(long total, List<Held> services) {

        Found {
            services = List.copyOf(services);
        }
    }

    Mono<Held> one(UUID id) {
        return database.sql(ONE).bind("id", id).map(FindingServices::held).one();
    }

    Mono<Found> search(ServiceSearch search, LocalDate today) {
        SearchSql sql = SearchSql.of(search, today);
        DatabaseClient.GenericExecuteSpec asked = database.sql(sql.text())
                .bind("limit", search.perPage())
                .bind("offset", (search.page() - 1) * search.perPage());
        for (Map.Entry<String, Object> value : sql.values().entrySet()) {
            asked = asked.bind(value.getKey(), value.getValue());
        }
        return asked.map(row -> new Row(number(row, "total"), row.get("id") == null ? null : held(row)))
                .all()
                .collectList()
                .map(rows -> new Found(
                        rows.getFirst().total(),
                        rows.stream().map(Row::held).filter(Objects::nonNull).toList()));
    }

    private record Row(long total, @Nullable Held held) {}

    private static Held held(Readable row) {
        Double metres = row.get("metres", Double.class);
        OffsetDateTime modified = row.get("modified", OffsetDateTime.class);
        OffsetDateTime unlisted = row.get("unlisted_at", OffsetDateTime.class);
        return new Held(
                Objects.requireNonNull(row.get("id", UUID.class)),
                text(row, "source"),
                text(row, "source_name"),
                text(row, "service"),
                text(row, "document"),
                row.get("assured", LocalDate.class),
                modified == null ? null : modified.toInstant(),
                Objects.requireNonNull(row.get("changed_at", OffsetDateTime.class))
                        .toInstant(),
                unlisted == null ? null : unlisted.toInstant(),
                row.get("stale_after_days", Integer.class),
                metres == null ? null : Math.round(metres));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
