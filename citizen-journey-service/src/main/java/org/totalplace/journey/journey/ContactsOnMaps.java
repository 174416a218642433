package org.totalplace.journey.journey;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;
import reactor.core.publisher.Mono;

/** How contacts, persons and cost lie on a map, counted from the tables. */
@Component
class ContactsOnMaps {

    private static final String CELLS = """
            with lying as materialized (%s),
            ranked as (
                select *, row_number() over (partition by stage, agency order by abs(pence) desc nulls last) as place from lying
            )
            select stage, agency, sum(contacts)::bigint as contacts, count(*) as subjects, count(person) as persons,
                   sum(pence)::bigint as pence, count(pence) as bearers,
                   coalesce(sum(abs(pence)) filter (where place <= 2), 0)::bigint as largest_two,
                   (select count(distinct person) from lying where stage is not null) as anywhere
              from ranked
             group by stage, agency
             order by stage, agency
            """.formatted(LyingSql.of(":map", ":year", StageTables.IN_FORCE));

    private final DatabaseClient database;

    ContactsOnMaps(DatabaseClient database) {
        this.database = database;
    }

    Mono<MapFacts> of(String map, FinancialYear year) {
        return database.sql(CELLS)
                .bind("map", map)
                .bind("year", year.start())
                .map(row -> new Counted(facts(row), number(row, "anywhere")))
                .all()
                .collectList()
                .map(rows -> new MapFacts(
                        rows.stream().map(Counted::cell).toList(),
                        rows.isEmpty() ? 0 : rows.getFirst().persons()));
    }

    private record Counted(CellFacts cell, long persons) {}

    private static CellFacts facts(Readable row) {
        Long pence = row.get("pence", Long.class);
        return new CellFacts(
                row.get("stage", String.class),
                Objects.requireNonNull(row.get("agency", String.class)),
                number(row, "contacts"),
                number(row, "subjects"),
                number(row, "persons"),
                pence == null ? null : new Pence(pence),
                number(row, "bearers"),
                new Pence(number(row, "largest_two")));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
