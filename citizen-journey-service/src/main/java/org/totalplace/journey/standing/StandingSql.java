package org.totalplace.journey.standing;

import java.util.List;
import org.totalplace.journey.journey.PartsSql;
import org.totalplace.journey.person.NewestRecord;

/** The steps of telling of touched persons, in their order, over temporary tables of the transaction. */
final class StandingSql {

    /** Grows while more subjects are touched; 1 where only persons or kinds are, which come in one piece. */
    static final String LATEST_TOUCHED = """
            select greatest((select max(id) from touched_subject),
                            case when exists (select from touched_person) or exists (select from touched_kind) then 1 else 0 end)
            """;

    static final String KINDS_TO_SUBJECTS = """
            with taken as (
                delete from touched_kind where id in (select id from touched_kind for update skip locked) returning kind
            )
            insert into touched_subject (subject)
            select distinct unnest(c.subjects) from contact c where c.kind in (select kind from taken) and not c.deleted
            """;

    /** Subjects without a person wait for nothing: linking touches the person when it comes to be. */
    static final String SUBJECTS_TO_PERSONS = """
            with taken as (
                delete from touched_subject
                 where id in (select id from touched_subject order by id limit 50000 for update skip locked)
                returning subject
            )
            insert into touched_person (person, touched_at)
            select distinct p.person, ?::timestamptz
              from taken t join person_subject p on p.subject = t.subject
             order by p.person
                on conflict (person) do update set touched_at = excluded.touched_at
            """;

    static final List<String> TABLES = List.of("create temporary table person_now (person uuid) on commit drop", """
            create temporary table fact_now (
                person uuid, contact bigint, agency text, record_id text, started timestamp, ended timestamp, kind integer,
                year smallint, map text, stage text, position smallint, weight bigint
            ) on commit drop
            """);

    static final String TAKE = """
            with taken as (
                delete from touched_person
                 where person in (select person from touched_person where person > ? order by person limit ? for update skip locked)
                returning person
            )
            insert into person_now select person from taken
            """;

    /** One row a person and contact, also where two of the person's subjects took part. */
    static final String GATHER = """
            with ruled as materialized (select kind, rule from split_of_kind)
            insert into fact_now
            select n.person, c.id, c.agency, c.record_id, c.started, c.ended, c.kind, c.year, g.map, g.stage, g.position,
                   sum(share_of(r.rule, c.units, c.subjects, array_position(c.subjects, s.subject)))
              from person_now n
              join person_subject s on s.person = n.person
              join participant p on p.subject = s.subject
              join contact c on c.id = p.contact
              join ruled r on r.kind = c.kind
              left join stage_of_kind g on g.kind = c.kind
             group by n.person, c.id, g.map, g.stage, g.position
            """;

    /** Lines whose last costing gave one of these persons another weight than the facts do now. */
    static final String DUE_LINES = """
            insert into costing_due (agency, service, year)
            select distinct k.agency, k.service, coalesce(f.year, c.year)
              from (select person, kind, year, sum(weight) as weight from fact_now group by person, kind, year) f
              full join (select person, kind, year, weight from person_cost where person in (select person from person_now)) c
                on c.person = f.person and c.kind = f.kind and c.year = f.year
              join contact_kind k on k.id = coalesce(f.kind, c.kind)
             where f.weight is distinct from c.weight
            """;

    /** Of each person what the newest record says that says it; of the home no more than the postcode's sector. */
    private static final String DESCRIBED = """
            described as (
                select n.person, %s as area, %s as born,
                       (array_agg(case when lower(left(trim(i.sex), 1)) in ('f', 'w', '2') then 'female'
                                       when lower(left(trim(i.sex), 1)) in ('m', '1') then 'male' else 'other' end
                                  order by i.updated_at desc, i.subject)
                            filter (where lower(trim(i.sex)) !~ '^(|u.*|x|0|9|not .*)$'))[1] as sex
                  from person_now n
                  join person_subject s on s.person = n.person
                  join identity_record i on i.subject = s.subject
                 group by n.person
            )
            """.formatted(NewestRecord.SECTOR, NewestRecord.BORN);

    /** What the contacts on a map cost: of a kind's cost in a year the parts that lie in its stages. */
    private static final String COST_OF_MAPS = """
            on_map as (
                select person, kind, year, map, stage, sum(weight) as weight
                  from fact_now group by person, kind, year, map, stage
            ), whole as (
                select o.*, c.pence
                  from on_map o
                  join person_cost c on c.person = o.person and c.kind = o.kind and c.year = o.year
                 where c.pence is not null and c.person in (select person from person_now)
            ),
            """ + PartsSql.of("person, kind, year") + """
            , map_cost as (
                select person, map, sum(part)::bigint as pence from split where map is not null group by person, map
            )
            """;

    static final String WRITE_CHANGED = "with " + DESCRIBED + ", " + COST_OF_MAPS + """
            , numbered as (
                select person, map, stage, started::date as day, row_number() over pathway as place,
                       stage is distinct from lag(stage) over pathway as turns,
                       last_value(stage) over (pathway rows between unbounded preceding and unbounded following) as latest
                  from fact_now where map is not null
                window pathway as (partition by person, map order by started, position, agency, record_id)
            ), run as (
                select *, coalesce(max(place) filter (where stage <> latest) over (partition by person, map), 0) as left_at
                  from numbered
            ), journey as (
                select person, map, latest as stage, min(day) filter (where place > left_at) as since, count(*) as contacts,
                       min(day) as begun, max(day) as last_day,
                       jsonb_agg(jsonb_build_object('stage', stage, 'begun', day) order by place) filter (where turns) as runs
                  from run group by person, map, latest
            ), before as (
                select j.person, j.map, count(*) as contacts
                  from journey j
                  join fact_now f on f.person = j.person
                 where f.started::date < j.begun and f.started::date >= j.begun - 365
                 group by j.person, j.map
            ), told as (
                select j.*, coalesce(b.contacts, 0) as contacts_before, c.pence,
                       case when d.born is null then null
                            when extract(year from age(j.begun, d.born)) < 18 then '0-17'
                            when extract(year from age(j.begun, d.born)) < 25 then '18-24'
                            when extract(year from age(j.begun, d.born)) < 65 then '25-64'
                            when extract(year from age(j.begun, d.born)) < 75 then '65-74'
                            when extract(year from age(j.begun, d.born)) < 85 then '75-84'
                            else '85-and-over' end as age_band
                  from journey j
                  left join before b on b.person = j.person and b.map = j.map
                  left join map_cost c on c.person = j.person and c.map = j.map
                  left join described d on d.person = j.person
            ), journeys as (
                select person, jsonb_agg(jsonb_build_object(
                           'map', map, 'stage', stage, 'since', since, 'contacts', contacts, 'begun', begun,
                           'latest', last_day, 'runs', runs, 'ageBand', age_band, 'contactsBefore', contacts_before,
                           'pence', pence) order by map) as list
                  from told group by person
            ), agency as (
                select person, agency, count(*) as contacts, min(started)::date as first, max(started)::date as latest
                  from fact_now group by person, agency
            ), contacts as (
                select person, jsonb_agg(jsonb_build_object(
                           'agency', agency, 'contacts', contacts, 'first', first, 'latest', latest) order by agency) as list
                  from agency group by person
            ), cost as (
                select c.person, k.agency, c.year, sum(c.pence)::bigint as pence
                  from person_cost c join contact_kind k on k.id = c.kind
                 where c.person in (select person from person_now) and c.pence is not null
                 group by c.person, k.agency, c.year
            ), costs as (
                select person, jsonb_agg(jsonb_build_object(
                           'agency', agency, 'year', year, 'pence', pence) order by agency, year) as list
                  from cost group by person
            ), standing as (
                select n.person, jsonb_build_object(
                           'journeys', coalesce(j.list, '[]'), 'contacts', coalesce(a.list, '[]'),
                           'costs', coalesce(c.list, '[]'), 'area', d.area, 'sex', d.sex) as state
                  from person_now n
                  left join journeys j on j.person = n.person
                  left join contacts a on a.person = n.person
                  left join costs c on c.person = n.person
                  left join described d on d.person = n.person
                 where exists (select from person_subject s where s.person = n.person)
            ), changed as (
                select s.person, s.state
                  from standing s left join person_journeys held on held.person = s.person
                 where held.state is distinct from s.state
                 order by s.person
            )
            insert into person_journeys (person, version, state)
            select person, nextval('person_journeys_version'), state from changed
                on conflict (person) do update set version = excluded.version, state = excluded.state
            returning person, version, state::text
            """;

    static final String REMOVE_GONE = """
            delete from person_journeys j
             using person_now n
             where j.person = n.person and not exists (select from person_subject s where s.person = n.person)
            returning j.person
            """;

    private StandingSql() {}
}
