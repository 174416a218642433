package org.totalplace.intake.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.Dialect;
import org.totalplace.intake.reading.TableSchema;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Publishes how a feed's columns are read, as a Table Schema. */
final class FeedSchemas {

    private static final String LAST = """
            select (report->'mapping')::text as mapping, (report->'file'->'dialect')::text as dialect from delivery
            where feed = :feed and status = 'published' and report->'mapping' is not null
            order by sequence desc limit 1
            """;

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Map<String, Receiving> receivings;

    FeedSchemas(DatabaseClient database, JsonMapper json, Map<String, Receiving> receivings) {
        this.database = database;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        this.receivings = receivings;
    }

    /** Of the delivery that was published last, or else of the mapping that was set by hand; 404 without either. */
    Mono<Map<String, Object>> of(Feed feed) {
        RecordLayout layout =
                Objects.requireNonNull(receivings.get(feed.kind())).layout();
        return database.sql(LAST)
                .bind("feed", feed.code())
                .map(row -> TableSchema.of(
                        layout, published(Bindings.text(row, "mapping")), dialect(row.get("dialect", String.class))))
                .one()
                .switchIfEmpty(Mono.fromSupplier(() -> TableSchema.of(layout, byHand(feed, layout), null)));
    }

    private Mapping published(String columns) {
        return new Mapping(
                List.of(json.readValue(columns, MappedColumn[].class)), List.of(), Mapping.Source.REMEMBERED);
    }

    private @Nullable Dialect dialect(@Nullable String dialect) {
        return dialect == null || dialect.equals("null") ? null : json.readValue(dialect, Dialect.class);
    }

    private static Mapping byHand(Feed feed, RecordLayout layout) {
        if (feed.mapping().isEmpty()) {
            throw Problem.notFound(
                    "no-mapping-yet",
                    "Nothing of the feed '" + feed.code() + "' is published yet, so its columns are not known.");
        }
        List<MappedColumn> columns = new ArrayList<>();
        layout.fields().forEach(field -> {
            String header = feed.mapping().get(field.name());
            if (header != null) {
                columns.add(new MappedColumn(field.name(), columns.size(), header, 1, "set by hand"));
            }
        });
        return new Mapping(columns, List.of(), Mapping.Source.SET_BY_HAND);
    }
}
