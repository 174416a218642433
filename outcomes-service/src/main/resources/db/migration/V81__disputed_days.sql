-- When two values are the same by a definition, once for all who ask the tables; its twin is Rule in Java.
create function outcome_same(m measure_series, one bigint, other bigint) returns boolean
    language sql immutable as $$
    select case m.rule
        when 'change' then one = other or abs(one - other) < m.smallest_change
        else width_bucket(one, m.band_starts) = width_bucket(other, m.band_starts)
    end
$$;

create or replace function outcome_status(
    m measure_series, observations bigint, baseline bigint, baseline_on date, latest bigint, latest_on date) returns text
    language sql immutable as $$
    select case
        when observations < 2 or latest_on - baseline_on < m.minimum_gap_days then 'unknown'
        when outcome_same(m, baseline, latest) then 'same'
        when (m.polarity = 'higher') = (latest > baseline) then 'better'
        else 'worse'
    end
$$;

-- Where agencies differ on the first or the last day nobody knows what became of it. The views are set right when they are next compared
-- with the facts, which happens within an hour and a day, or when a steward asks for it.
alter table person_measure add latest_disputed boolean not null default false;
comment on column person_measure.latest_disputed is 'agencies differ on the latest day, so that latest is one of several';
