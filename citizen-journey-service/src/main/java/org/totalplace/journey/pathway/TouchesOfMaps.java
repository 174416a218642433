package org.totalplace.journey.pathway;

import io.r2dbc.spi.Readable;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.journey.journey.Stage;
import org.totalplace.journey.journey.StagesOfMaps;
import org.totalplace.journey.journey.TimedRules;
import org.totalplace.journey.person.PersonsAsked;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The contacts of a map's year, person by person. */
@Component
class TouchesOfMaps {

    private static final int ROWS_A_FETCH = 2_000;
    private static final ZoneId HOME = ZoneId.of("Europe/London");

    private static final String TOUCHES =
            """
            with party as materialized (
                select p.person as who, c.id as contact, c.kind, c.started, c.ended, c.record_id
                  from contact c
                 cross join lateral unnest(c.subjects) s (subject)
                  join person_subject p on p.subject = s.subject
                 where c.year = :year and not c.deleted
                   and c.kind in (select kind from stage_of_kind where map = :map
                                   union select kind from timed_stage where map = :map)
            ),
            """ + TimedRules.CAUGHT_IN_FORCE + """
            , described as (
            """ + PersonsAsked.DESCRIBED.formatted("select who from party") + """
            ), lying as (
                select distinct w.who as person, case when t.contact is null then g.stage else t.stage end as stage,
                       case when t.contact is null then g.position else t.position end as position, k.agency,
                       k.type ilike '%assess%' as assesses, w.started, coalesce(w.ended, w.started)::date as finish, w.record_id
                  from party w
                  join contact_kind k on k.id = w.kind
                  left join stage_of_kind g on g.kind = w.kind
                  left join timed t on t.contact = w.contact and t.who = w.who
                 where case when t.contact is null then g.map else t.map end = :map
            )
            select l.person, l.stage, l.agency, l.assesses, l.started::date as start, l.finish, d.area, d.born
              from lying l left join described d on d.person = l.person
             order by l.person, l.started, l.position, l.agency, l.record_id
            """;

    private final DatabaseClient database;
    private final StagesOfMaps stages;
    private final InstantSource clock;

    TouchesOfMaps(DatabaseClient database, StagesOfMaps stages, InstantSource clock) {
        this.database = database;
        this.stages = stages;
        this.clock = clock;
    }

    /** Nothing where there is no such map. */
    Mono<Pathways> pathways(Cohort cohort, Method method) {
        return stages.of(cohort.map()).flatMap(known -> pathways(cohort, method, known));
    }

    private Mono<Pathways> pathways(Cohort cohort, Method method, List<Stage> known) {
        LocalDate today = clock.instant().atZone(HOME).toLocalDate();
        return of(cohort)
                .filter(touch -> cohort.persons().hold(touch.area(), touch.born(), cohort.year()))
                .bufferUntilChanged(Touch::person)
                .map(touches -> Way.of(touches, method))
                .collectList()
                .map(ways -> Pathways.of(ways, known, method, cohort.knownUntil(today)));
    }

    private Flux<Touch> of(Cohort cohort) {
        return database.sql(TOUCHES)
                .filter(statement -> statement.fetchSize(ROWS_A_FETCH))
                .bind("map", cohort.map())
                .bind("year", cohort.year().start())
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
                Objects.requireNonNull(row.get("finish", LocalDate.class)),
                row.get("area", String.class),
                row.get("born", LocalDate.class));
    }
}
