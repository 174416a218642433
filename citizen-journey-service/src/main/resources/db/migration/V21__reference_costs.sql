-- Unit costs from elsewhere, every version as it was set. The highest is in force.
create table reference_cost (
    agency     text        not null,
    service    text        not null,
    type       text        not null,
    value      text        not null check (value in ('fiscal', 'economic', 'social')),
    version    integer     not null,
    pence      bigint      check (pence >= 0),
    unit       text,
    source     text        not null,
    year       smallint    not null,
    price_base smallint    not null,
    grade      smallint    not null check (grade between 1 and 6),
    bearer     text        not null,
    author     text        not null,
    set_at     timestamptz not null,
    primary key (agency, service, type, value, version)
);

comment on column reference_cost.type is 'a type of contact; empty for all of the service line that have no cost of their own';
comment on column reference_cost.pence is 'of one unit, in prices of price_base; null takes the cost back';
comment on column reference_cost.year is 'of the source';
comment on column reference_cost.grade is 'confidence, 1 the highest';
comment on column reference_cost.bearer is 'the agency that bears the cost, whoever has the contact';

-- Every series of deflators that the service was started with; the latest counts.
create table deflator_series (
    number bigint generated always as identity primary key,
    source text        not null,
    set_at timestamptz not null
);
create table deflator (
    series bigint   not null,
    year   smallint not null,
    index  numeric  not null check (index > 0),
    status text     not null,
    primary key (series, year)
);

create view deflator_in_force as
select year, index, status from deflator where series = (select max(number) from deflator_series);

create view reference_in_force as
select * from (
    select distinct on (agency, service, type, value) * from reference_cost
     order by agency, service, type, value, version desc) latest
 where pence is not null;

-- The reference costs of each kind of contact: its own before its line's, one of each value.
create view reference_of_kind as
select distinct on (k.id, r.value) k.id as kind, r.*
  from contact_kind k
  join reference_in_force r on r.agency = k.agency and r.service = k.service and r.type in ('', k.type)
 order by k.id, r.value, r.type desc;

alter table person_cost add column reference bigint, add column economic bigint, add column social bigint;

comment on column person_cost.reference is 'pence by fiscal reference costs; null where the ledger has the line: never both';
comment on column person_cost.economic is 'pence by economic reference costs; never added to others';
comment on column person_cost.social is 'pence by social reference costs; never added to others';

alter table person_cost add check (pence is null or reference is null);

alter table line_cost add column reference bigint, add column reference_attributed bigint;
alter table line_cost add check (ledger is null or reference is null);

comment on column line_cost.reference is 'pence by fiscal reference costs over the units in contacts; null where the ledger has the line';
comment on column line_cost.reference_attributed is 'of reference, what known persons cost';
