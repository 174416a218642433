package org.totalplace.outcomes.change;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;

/**
 * Pairs of readings of one person by one definition, one before a journey and one after. What counts as before and
 * after is laid down in ADR 52: before is the latest reading on the first day or in the 365 days before it; after is
 * the latest reading on a later day, or the first one after the last contact of a journey that ended. The latest is
 * known of every person; of the rest only the readings of those days are looked at, for there may be very many. A day
 * on which agencies differ has no reading: which of them is right is not known.
 */
@Component
class PairedReadings {

    /** A journey without a contact for so many days has ended, as pathways part eras. */
    static final int ENDED_AFTER_DAYS = 30;

    private static final ZoneId HOME = ZoneId.of("Europe/London");

    private static final String PAIRED = """
            with starting as (
                select p.person, p.last_on, p.stages, p.stages_begun, p.age_band, p.contacts_before, p.pence,
                       case when :stage::text is null then p.begun
                            else (select min(r.begun) from unnest(p.stages, p.stages_begun) as r(stage, begun)
                                   where r.stage = :stage) end as day
                from person_standing p
                where p.map = :journey and p.begun is not null and (:ended::date is null or p.last_on <= :ended)
            ), read as (
                select a.person, a.day, a.last_on, o.measure, d.series, o.value, o.observed_at, o.observed_at::date as read_on,
                       o.agency, o.record_id
                from starting a
                join subject_person s on s.person = a.person
                join observation o on o.subject = s.subject and o.observed_at >= a.day - 365
                     and (o.observed_at < a.day + 1 or :ended::date is not null and o.observed_at >= a.last_on + 1)
                join measure_series d on d.code = o.measure and o.observed_at >= d.since and o.observed_at < d.until
                where a.day is not null and not o.deleted and (:measure::text is null or o.measure = :measure)
            ), disputed as (
                select x.person, x.measure, x.series, x.read_on
                from (select person, measure, series, read_on, min(value) as low, max(value) as high from read
                      group by person, measure, series, read_on having min(agency) <> max(agency)) x
                join measure_series m on m.code = x.measure and m.series = x.series
                where not outcome_same(m, x.low, x.high)
            ), agreed as (
                select r.* from read r left join disputed x using (person, measure, series, read_on) where x.person is null
            ), before as (
                select distinct on (person, measure, series) person, measure, series, value, read_on
                from agreed where read_on <= day and read_on >= day - 365
                order by person, measure, series, observed_at desc, agency desc, record_id desc
            ), latest as (
                select a.person, m.measure, m.series, m.latest as value, m.latest_on as read_on
                from starting a
                join person_measure m on m.person = a.person
                where m.latest_on > a.day and not m.latest_disputed and (:measure::text is null or m.measure = :measure)
            ), ending as (
                select distinct on (person, measure, series) person, measure, series, value, read_on
                from agreed where read_on > day and read_on > last_on
                order by person, measure, series, observed_at, agency, record_id
            ), after as (
                select * from latest where :ended::date is null union all select * from ending where :ended::date is not null
            ), paired as (
                select b.person, b.measure, b.series, b.value as before, a.value as after, b.read_on as before_on,
                       a.read_on as after_on, outcome_status(m, 2, b.value, b.read_on, a.value, a.read_on) as status
                from before b
                join after a on a.person = b.person and a.measure = b.measure and a.series = b.series
                join measure_series m on m.code = b.measure and m.series = b.series
            )
            """;

    private final DatabaseClient database;
    private final InstantSource clock;

    PairedReadings(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A query over {@code starting}, the persons on the journey, and {@code paired}, a row a person and definition. */
    DatabaseClient.GenericExecuteSpec query(ChangeAsked asked, String select) {
        LocalDate ended = switch (asked.until()) {
            case NOW -> null;
            case END -> clock.instant().atZone(HOME).toLocalDate().minusDays(ENDED_AFTER_DAYS);
        };
        return database.sql(PAIRED + select)
                .bind("journey", asked.journey())
                .bind("stage", Parameter.fromOrEmpty(asked.stage(), String.class))
                .bind("measure", Parameter.fromOrEmpty(asked.measure(), String.class))
                .bind("ended", Parameter.fromOrEmpty(ended, LocalDate.class));
    }
}
