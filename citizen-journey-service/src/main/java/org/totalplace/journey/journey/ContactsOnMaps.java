package org.totalplace.journey.journey;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How contacts, persons and cost lie on a map, counted from the tables. */
@Component
class ContactsOnMaps {

    private static final String CELLS = """
            with here as (
                select k.id as kind, k.agency, g.stage
                  from contact_kind k left join stage_of_kind g on g.kind = k.id
                 where g.map = :map or g.map is null
            ), touch as (
                select h.stage, h.agency, count(*) as contacts
                  from here h join contact c on c.kind = h.kind and c.year = :year and not c.deleted
                 group by h.stage, h.agency
            ), party as (
                select h.stage, h.agency, count(distinct coalesce(p.person, s.subject)) as subjects
                  from here h
                  join contact c on c.kind = h.kind and c.year = :year and not c.deleted
                 cross join lateral unnest(c.subjects) s (subject)
                  left join person_subject p on p.subject = s.subject
                 group by h.stage, h.agency
            ), part as (
                select h.stage, h.agency, c.person, sum(c.pence) as pence
                  from here h join person_cost c on c.kind = h.kind and c.year = :year
                 group by h.stage, h.agency, c.person
            ), ranked as (
                select *, row_number() over (partition by stage, agency order by abs(pence) desc nulls last) as place from part
            ), cost as (
                select stage, agency, count(*) as persons, sum(pence)::bigint as pence,
                       coalesce(sum(abs(pence)) filter (where place <= 2), 0)::bigint as largest_two
                  from ranked group by stage, agency
            )
            select t.stage, t.agency, t.contacts, coalesce(y.subjects, 0) as subjects, coalesce(c.persons, 0) as persons,
                   c.pence, coalesce(c.largest_two, 0) as largest_two
              from touch t
              left join party y on y.stage is not distinct from t.stage and y.agency = t.agency
              left join cost c on c.stage is not distinct from t.stage and c.agency = t.agency
             order by t.stage, t.agency
            """;

    private static final String PERSONS = """
            select count(distinct c.person) as persons
              from person_cost c join stage_of_kind g on g.kind = c.kind
             where g.map = :map and c.year = :year
            """;

    private final DatabaseClient database;

    ContactsOnMaps(DatabaseClient database) {
        this.database = database;
    }

    Flux<CellFacts> cells(String map, FinancialYear year) {
        return database.sql(CELLS)
                .bind("map", map)
                .bind("year", year.start())
                .map(ContactsOnMaps::facts)
                .all();
    }

    Mono<Long> persons(String map, FinancialYear year) {
        return database.sql(PERSONS)
                .bind("map", map)
                .bind("year", year.start())
                .map(row -> number(row, "persons"))
                .one();
    }

    private static CellFacts facts(Readable row) {
        Long pence = row.get("pence", Long.class);
        return new CellFacts(
                row.get("stage", String.class),
                Objects.requireNonNull(row.get("agency", String.class)),
                number(row, "contacts"),
                number(row, "subjects"),
                number(row, "persons"),
                pence == null ? null : new Pence(pence),
                new Pence(number(row, "largest_two")));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
