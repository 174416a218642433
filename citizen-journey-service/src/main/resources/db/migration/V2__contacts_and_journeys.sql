-- What agencies call a contact: their service and their type of contact. Contacts point here, so that their rows stay narrow.
create table contact_kind (
    id      integer generated always as identity primary key,
    agency  text not null,
    service text not null,
    type    text not null,
    unique (agency, service, type)
);

-- One dated touch, as the agency holds it now. No foreign keys: a projection writes a hundred thousand rows in a statement.
create table contact (
    id        bigint generated always as identity primary key,
    version   bigint    not null,
    started   timestamp not null,
    ended     timestamp,
    units     bigint    not null,
    kind      integer   not null,
    year      smallint  not null,
    deleted   boolean   not null,
    agency    text      not null,
    record_id text      not null,
    subjects  uuid[]    not null,
    outcome   text,
    delivery  uuid      not null,
    unique (agency, record_id)
);
create index contact_of_kind on contact (kind, year) where not deleted;

comment on column contact.version is 'the highest that was seen; lower ones change nothing';
comment on column contact.units is 'units of activity in thousandths';
comment on column contact.year is 'calendar year in which the financial year of the start begins';
comment on column contact.subjects is 'who took part, each once; nobody when the contact is deleted';

create table participant (
    subject uuid   not null,
    contact bigint not null,
    primary key (subject, contact)
);

comment on table participant is 'the subjects of contact.subjects, to be found from the subject';

-- The equal share of one participant in a contact's units, in millionths of a unit; shares add up to the whole.
create function equal_share(units bigint, participants integer, place integer) returns bigint
    language sql immutable parallel safe
    return units * 1000 / participants + case when place <= mod(units * 1000, participants) then 1 else 0 end;

-- The maps, every version as it was set. The highest version is in force.
create table journey_map (
    map        text        not null,
    version    integer     not null,
    definition jsonb       not null,
    author     text        not null,
    set_at     timestamptz not null,
    primary key (map, version)
);

-- What the rules of the maps in force say of each kind of contact; a kind that no rule catches has no row.
create table stage_of_kind (
    kind     integer  primary key,
    map      text     not null,
    stage    text     not null,
    position smallint not null
);
create index stage_of_kind_by_map on stage_of_kind (map);

-- What each service line cost, as spend-service says.
create table service_total (
    agency       text     not null,
    service      text     not null,
    year         smallint not null,
    phase        text     not null,
    service_name text,
    pence        bigint   not null,
    lines        bigint   not null,
    version      bigint   not null,
    primary key (agency, service, year, phase)
);

-- What an agency declares of a service line's activity in the whole place, beyond the contacts that it sends one by one.
create table service_activity (
    agency  text        not null,
    service text        not null,
    year    smallint    not null,
    name    text,
    unit    text,
    units   bigint,
    author  text        not null,
    set_at  timestamptz not null,
    primary key (agency, service, year)
);

comment on column service_activity.units is 'thousandths; null where the line is not counted in units';

-- The last costing of a service line.
create table line_cost (
    agency     text        not null,
    service    text        not null,
    year       smallint    not null,
    ledger     bigint,
    activity   bigint      not null,
    counted    bigint      not null,
    known      bigint      not null,
    attributed bigint,
    residual   bigint,
    costed_at  timestamptz not null,
    primary key (agency, service, year),
    check (attributed + residual = ledger)
);

comment on column line_cost.ledger is 'pence paid; null where the ledger has no such line';
comment on column line_cost.activity is 'millionths of a unit that the cost is divided by: what is declared, or what is counted when that is more';
comment on column line_cost.counted is 'millionths of a unit in contacts';
comment on column line_cost.known is 'millionths of a unit in contacts of known persons';

-- A person's part of a service line's cost by kind of contact. A costing rewrites most rows of a line: pages keep room for it.
create table person_cost (
    person uuid     not null,
    kind   integer  not null,
    year   smallint not null,
    weight bigint   not null,
    pence  bigint,
    primary key (person, kind, year)
) with (fillfactor = 50);
create index person_cost_of_kind on person_cost (kind, year);

comment on column person_cost.weight is 'millionths of a unit';
comment on column person_cost.pence is 'null where the ledger has no such line';

-- A person's stages, contacts and cost as they were last told of.
create sequence person_journeys_version;
create table person_journeys (
    person  uuid   primary key,
    version bigint not null,
    state   jsonb  not null
) with (fillfactor = 60);

-- Queues. They are only ever appended to, in the transaction of the fact, so that a taker who sees a row sees the fact as well. They are
-- looked at many times a second, so what was taken is cleared away early.
create table touched_subject (
    id      bigint generated always as identity primary key,
    subject uuid not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
create table touched_kind (
    id   bigint generated always as identity primary key,
    kind integer not null
);
create table costing_due (
    id      bigint generated always as identity primary key,
    agency  text     not null,
    service text     not null,
    year    smallint not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
