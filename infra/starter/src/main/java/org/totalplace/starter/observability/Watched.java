package org.totalplace.starter.observability;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What operators watch of a service's state: a gauge whose values are read again and again. */
public final class Watched {

    private static final String VALUE = "value";

    private final String name;
    private final String description;
    private final Supplier<Mono<List<Reading>>> reading;

    /**
     * @param name of the gauge, with dots
     * @param description one sentence, with the unit
     * @param reading its values now; no tag may hold personal data
     */
    public Watched(String name, String description, Supplier<Mono<List<Reading>>> reading) {
        this.name = name;
        this.description = description;
        this.reading = reading;
    }

    /** One value. */
    public record Reading(Tags tags, double value) {}

    /**
     * What a statement answers.
     *
     * @param sql answers a column {@code value}; every other column is a tag
     */
    public static Watched bySql(String name, String description, DatabaseClient database, String sql) {
        return new Watched(
                name,
                description,
                () -> database.sql(sql).fetch().all().map(Watched::reading).collectList());
    }

    /** One value without tags. */
    public static Watched of(String name, String description, Supplier<Mono<Double>> value) {
        return new Watched(name, description, () -> value.get().map(read -> List.of(new Reading(Tags.empty(), read))));
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    Mono<List<Reading>> read() {
        return reading.get();
    }

    private static Reading reading(Map<String, Object> row) {
        Tags tags = Tags.of(row.entrySet().stream()
                .filter(column -> !column.getKey().equals(VALUE))
                .map(column -> Tag.of(column.getKey(), String.valueOf(column.getValue())))
                .toList());
        return new Reading(tags, ((Number) Objects.requireNonNull(row.get(VALUE))).doubleValue());
    }
}
