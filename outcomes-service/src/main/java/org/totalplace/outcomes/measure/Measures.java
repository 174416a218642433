package org.totalplace.outcomes.measure;

import io.r2dbc.spi.Readable;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The registry. */
@Component
public class Measures {

    private static final String ALL = """
            select code, name, definition, unit, polarity, domain, source, minimum, maximum, smallest_change
            from measure
            order by code
            """;

    private static final String SAVE = """
            insert into measure (code, name, definition, unit, polarity, domain, source, minimum, maximum, smallest_change)
            values (:code, :name, :definition, :unit, :polarity, :domain, :source, :minimum, :maximum, :smallestChange)
            on conflict (code) do update set
                name = excluded.name, definition = excluded.definition, unit = excluded.unit,
                polarity = excluded.polarity, domain = excluded.domain, source = excluded.source,
                minimum = excluded.minimum, maximum = excluded.maximum, smallest_change = excluded.smallest_change,
                version = measure.version + 1
            """;

    private final DatabaseClient database;

    Measures(DatabaseClient database) {
        this.database = database;
    }

    /** All of them, by code. */
    public Flux<Measure> all() {
        return database.sql(ALL).map(Measures::measure).all();
    }

    Mono<Measure> save(Measure measure) {
        var statement = database.sql(SAVE)
                .bind("code", measure.code())
                .bind("name", measure.name())
                .bind("definition", measure.definition())
                .bind("unit", measure.unit())
                .bind("polarity", measure.polarity().code())
                .bind("domain", measure.domain().code())
                .bind("smallestChange", measure.smallestChange());
        statement = bind(statement, "source", measure.source(), String.class);
        statement = bind(statement, "minimum", measure.minimum(), Long.class);
        statement = bind(statement, "maximum", measure.maximum(), Long.class);
        return statement.then().thenReturn(measure);
    }

    private static <T> DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, String name, @Nullable T value, Class<T> type) {
        return value == null ? statement.bindNull(name, type) : statement.bind(name, value);
    }

    private static Measure measure(Readable row) {
        return new Measure(
                text(row, "code"),
                text(row, "name"),
                text(row, "definition"),
                text(row, "unit"),
                Polarity.valueOf(text(row, "polarity").toUpperCase(Locale.ROOT)),
                Domain.valueOf(text(row, "domain").toUpperCase(Locale.ROOT)),
                row.get("source", String.class),
                row.get("minimum", Long.class),
                row.get("maximum", Long.class),
                Objects.requireNonNull(row.get("smallest_change", Long.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
