package org.totalplace.journey.pathway;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The contacts of a map's year, person by person. */
@Component
class TouchesOfMaps {

    private static final int ROWS_A_FETCH = 2_000;

    private static final String TOUCHES = """
            select distinct p.person, g.stage, c.agency, k.type ilike '%assess%' as assesses, c.started::date as start,
                   coalesce(c.ended, c.started)::date as finish, g.position, c.started, c.record_id
              from stage_of_kind g
              join contact_kind k on k.id = g.kind
              join contact c on c.kind = g.kind and c.year = :year and not c.deleted
             cross join lateral unnest(c.subjects) s (subject)
              join person_subject p on p.subject = s.subject
             where g.map = :map
             order by p.person, c.started, g.position, c.agency, c.record_id
            """;

    private final DatabaseClient database;

    TouchesOfMaps(DatabaseClient database) {
        this.database = database;
    }

    Mono<Boolean> isKnown(String map) {
        return database.sql("select exists (select from journey_map where map = :map) as known")
                .bind("map", map)
                .map(row -> Boolean.TRUE.equals(row.get("known", Boolean.class)))
                .one();
    }

    Mono<Pathways> pathways(String map, FinancialYear year) {
        return of(map, year).bufferUntilChanged(Touch::person).collect(Pathways::new, Pathways::add);
    }

    private Flux<Touch> of(String map, FinancialYear year) {
        return database.sql(TOUCHES)
                .filter(statement -> statement.fetchSize(ROWS_A_FETCH))
                .bind("map", map)
                .bind("year", year.start())
                .map(TouchesOfMaps::touch)
                .all();
    }

    private static Touch touch(Readable row) {
        return new Touch(
                Objects.requireNonNull(row.get("person", UUID.class)),
                Objects.requireNonNull(row.get("stage", String.class)),
                Objects.requireNonNull(row.get("agency", String.class)),
                Boolean.TRUE.equals(row.get("assesses", Boolean.class)),
                Objects.requireNonNull(row.get("start", LocalDate.class)),
                Objects.requireNonNull(row.get("finish", LocalDate.class)));
    }
}
