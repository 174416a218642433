create table measure (
    code            text primary key,
    name            text    not null,
    definition      text    not null,
    unit            text    not null,
    polarity        text    not null check (polarity in ('higher', 'lower')),
    domain          text    not null check (domain in ('social', 'environmental', 'economic')),
    source          text,
    minimum         bigint,
    maximum         bigint,
    smallest_change bigint  not null default 0,
    version         integer not null default 1
);
comment on column measure.polarity is 'which direction is better';
comment on column measure.minimum is 'thousandths of the unit';
comment on column measure.smallest_change is 'thousandths of the unit; a smaller change is the same';

-- One dated value, as its agency holds it now. Deleted ones stay as marks, so that a late earlier version cannot come back.
create table observation (
    agency      text      not null,
    record_id   text      not null,
    version     bigint    not null,
    deleted     boolean   not null,
    subject     uuid      not null,
    measure     text      not null,
    value       bigint    not null,
    observed_at timestamp not null,
    observed_by text,
    method      text,
    delivery    uuid      not null,
    primary key (agency, record_id)
);
create index observation_of_subject on observation (subject);

-- Which person a subject is held to be, as citizen-journey-service says.
create table subject_person (
    subject         uuid primary key,
    agency          text    not null,
    person          uuid    not null,
    version         bigint  not null,
    needs_attention boolean not null
);
create index subject_of_person on subject_person (person);

-- A person's stages, contacts and cost, as citizen-journey-service says; the event as it came.
create table person_journeys (
    person  uuid primary key,
    version bigint not null,
    state   bytea
);

create table person_view (
    person     uuid primary key,
    version    bigint      not null,
    changed_at timestamptz not null
);

create table person_measure (
    person       uuid    not null references person_view on delete cascade,
    measure      text    not null,
    baseline     bigint  not null,
    baseline_on  date    not null,
    latest       bigint  not null,
    latest_on    date    not null,
    observations integer not null,
    primary key (person, measure)
);
