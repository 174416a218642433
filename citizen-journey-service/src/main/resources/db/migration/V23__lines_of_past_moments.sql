-- Whatever changes the figures of service lines, in the order of the commits: they take turns.
create table costing_run (
    number bigint generated always as identity primary key,
    at     timestamptz not null
);
create index costing_run_at on costing_run (at);

-- The figures of service lines, from one run until another.
create table line_was (
    agency               text     not null,
    service              text     not null,
    year                 smallint not null,
    name                 text,
    unit                 text,
    ledger               bigint,
    attributed           bigint   not null,
    activity             bigint   not null,
    counted              bigint   not null,
    known                bigint   not null,
    declared             boolean  not null,
    reference            bigint,
    reference_attributed bigint,
    since                bigint   not null,
    until                bigint
);
create unique index line_was_in_force on line_was (agency, service, year) where until is null;
create index line_was_of_year on line_was (year, since);

-- As they are now: the lines of the ledger, and those that only contacts or declarations name. What a costing that is due will
-- attribute is in the residual until then.
create view line_standing as
select agency, service, year, coalesce(a.name, t.service_name) as name, a.unit, t.pence as ledger,
       case when t.pence is null then 0 else coalesce(c.attributed, 0) end as attributed,
       coalesce(c.activity, a.units * 1000, 0) as activity, coalesce(c.counted, 0) as counted,
       coalesce(c.known, 0) as known, coalesce(a.units * 1000 >= coalesce(c.counted, 0), false) as declared,
       case when t.pence is null then c.reference end as reference,
       case when t.pence is null then c.reference_attributed end as reference_attributed
  from (select * from service_total where phase = 'payment') t
  full join line_cost c using (agency, service, year)
  full join service_activity a using (agency, service, year);

insert into costing_run (at) values (now());
insert into line_was
select agency, service, year, name, unit, ledger, attributed, activity, counted, known, declared, reference,
       reference_attributed, (select max(number) from costing_run), null
  from line_standing;
