-- A version may wait for the day from which it has effect, and says why it was made.
alter table journey_map add column reason text;
alter table journey_map add column effect_from timestamptz;
alter table journey_map add column placed boolean not null default true;
update journey_map set effect_from = set_at;
alter table journey_map alter column effect_from set not null;

comment on column journey_map.placed is 'whether the contacts have been placed since the version took effect';

-- What a steward works on before it becomes a version; one draft a map.
create table journey_map_draft (
    map        text        primary key,
    definition jsonb       not null,
    based_on   integer     not null,
    author     text        not null,
    saved_at   timestamptz not null
);

comment on column journey_map_draft.based_on is 'the highest version when the draft was begun; 0 where there was none';

-- What rules with a time say of a kind, the best first. A contact of the kind that the first of them catches goes there; what none
-- catches goes where stage_of_kind says.
create table timed_stage (
    kind        integer  not null,
    rank        smallint not null,
    after_kind  integer,
    within_days integer,
    from_day    date,
    until_day   date,
    map         text     not null,
    stage       text     not null,
    position    smallint not null
);
create index timed_stage_of_kind on timed_stage (kind, rank);

comment on column timed_stage.after_kind is 'the person had a contact of this kind that ended within_days or fewer days before; null for any';
