-- Sums by printed payee, fine enough for every question that names payees: they count as long as their delivery does. Which agency a
-- name means and which function a service line serves is looked up when asked, so that these rows never change but for their end.
drop table payee_total;
create table payee_total (
    year     smallint not null,
    phase    phase    not null,
    agency   smallint not null,
    delivery integer  not null,
    service  integer  not null,
    month    date     not null,
    capital  boolean,
    payee    integer,
    pence    bigint   not null,
    lines    integer  not null,
    since    integer  not null,
    until    integer
);
insert into payee_total (year, phase, agency, delivery, service, month, capital, payee, pence, lines, since, until)
select l.year, d.phase, s.agency, l.delivery, l.service, date_trunc('month', l.paid_on)::date, l.capital, l.payee,
       sum(l.pence)::bigint, count(*)::integer, d.since, d.until
from ledger_line l
join posted_delivery d on d.number = l.delivery
join service_line s on s.id = l.service
group by l.year, d.phase, s.agency, l.delivery, l.service, date_trunc('month', l.paid_on), l.capital, l.payee, d.since, d.until;

-- A page of payees is read from this index alone, name by name.
create index payee_total_of_payee on payee_total (year, phase, payee)
    include (agency, service, month, capital, pence, lines, since, until);
create index payee_total_of_delivery on payee_total (delivery);
create index payee_name_in_order on payee_name (normalised, id);
