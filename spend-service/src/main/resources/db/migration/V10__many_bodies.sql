-- One delivery can carry the money of many bodies, in several phases, and several amounts in one row. So a line's agency is that of its
-- service line, a delivery is posted once a phase (and, where it covers whole
-- years, once a year), and a row's amounts are its parts.
alter table ledger_line add column part smallint not null default 0;
alter table ledger_line drop constraint ledger_line_pkey;
alter table ledger_line add primary key (delivery, row, part, year);

alter table posted_delivery drop constraint posted_delivery_delivery_key;
alter table posted_delivery add unique nulls not distinct (delivery, phase, covers_from);
comment on column posted_delivery.agency is 'whose feed it came by; its lines may be of other bodies';

-- Whose money a posted delivery says it has, and for which days: a body that is covered is counted, though it spent nothing.
create table posted_coverage (
    delivery    integer  not null references posted_delivery,
    agency      smallint not null references agency,
    covers_from date     not null,
    covers_to   date     not null,
    primary key (delivery, agency, covers_from)
);
create index posted_coverage_of_agency on posted_coverage (agency);
insert into posted_coverage (delivery, agency, covers_from, covers_to)
select number, agency, covers_from, covers_to from posted_delivery where covers_from is not null and covers_to is not null;

alter table payee_total add column agency smallint;
update payee_total t set agency = d.agency from posted_delivery d where d.number = t.delivery;
alter table payee_total alter column agency set not null;
