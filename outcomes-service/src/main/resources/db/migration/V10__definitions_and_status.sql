-- Every definition of a measure. A changed one starts a new series; an observation falls under the definition of its day.
create table measure_series (
    code             text     not null,
    series           integer  not null,
    since            date     not null,
    until            date     not null,
    name             text     not null,
    definition       text     not null,
    unit             text     not null,
    polarity         text     not null check (polarity in ('higher', 'lower')),
    domain           text     not null check (domain in ('social', 'environmental', 'economic')),
    source           text,
    source_code      text,
    minimum          bigint,
    maximum          bigint,
    only_values      bigint[] not null default '{}',
    rule             text     not null default 'change' check (rule in ('change', 'band')),
    smallest_change  bigint   not null default 0,
    band_names       text[]   not null default '{}',
    band_starts      bigint[] not null default '{}',
    minimum_gap_days integer  not null default 0,
    sustained_days   integer  not null default 0,
    primary key (code, series)
);
comment on column measure_series.since is 'first day of observations that the definition is for';
comment on column measure_series.until is 'first day of observations that it is no longer for';
comment on column measure_series.only_values is 'the only values that there are, in thousandths; empty for any';

insert into measure_series (code, series, since, until, name, definition, unit, polarity, domain, source, minimum, maximum,
                            smallest_change)
select code, 1, '0001-01-01', '9999-12-31', name, definition, unit, polarity, domain, source, minimum, maximum, smallest_change
from measure;
drop table measure;

-- The rule for better, same and worse, once for all who ask the tables; its twin is Status in Java, and a test compares.
create function outcome_status(
    m measure_series, observations bigint, baseline bigint, baseline_on date, latest bigint, latest_on date) returns text
    language sql immutable as $$
    select case
        when observations < 2 or latest_on - baseline_on < m.minimum_gap_days then 'unknown'
        when m.rule = 'change' and (latest = baseline or abs(latest - baseline) < m.smallest_change) then 'same'
        when m.rule = 'band' and width_bucket(latest, m.band_starts) = width_bucket(baseline, m.band_starts) then 'same'
        when (m.polarity = 'higher') = (latest > baseline) then 'better'
        else 'worse'
    end
$$;

drop table person_measure;
create table person_measure (
    person       uuid    not null references person_view on delete cascade,
    measure      text    not null,
    series       integer not null,
    baseline     bigint  not null,
    baseline_on  date    not null,
    latest       bigint  not null,
    latest_on    date    not null,
    observations bigint  not null,
    agencies     text[]  not null,
    status       text    not null,
    primary key (person, measure, series)
);
create index person_measure_of_measure on person_measure (measure, series);
comment on column person_measure.agencies is 'those that observed it';

insert into person_measure
select found.person, found.measure, found.series, found.baseline, found.baseline_on, found.latest, found.latest_on,
       found.observations, found.agencies,
       outcome_status(m, found.observations, found.baseline, found.baseline_on, found.latest, found.latest_on)
from (
    select s.person, o.measure, 1 as series,
           (array_agg(o.value order by o.observed_at, o.agency, o.record_id))[1] as baseline,
           min(o.observed_at)::date as baseline_on,
           (array_agg(o.value order by o.observed_at desc, o.agency desc, o.record_id desc))[1] as latest,
           max(o.observed_at)::date as latest_on,
           count(*) as observations,
           array_agg(distinct o.agency) as agencies
    from subject_person s join observation o using (subject)
    where not o.deleted and exists (select from person_view v where v.person = s.person)
    group by s.person, o.measure) found
join measure_series m on m.code = found.measure and m.series = found.series;

-- Where persons stand on journey maps, so that summaries can group by it.
create table person_standing (
    person uuid not null,
    map    text not null,
    stage  text not null,
    primary key (person, map)
);
create index person_standing_of_map on person_standing (map, stage);
-- It is filled by reading the topic again, which keeps the latest state of everybody.
delete from projection_offset where projection = 'outcomes-person-journeys';
