-- A ledger as the service would have posted it: the same numbers in every run, since chance is a hash of the row's own number.
-- Settings in braces are filled in by LedgerFill.
insert into revision (made_at, kind, note)
select timestamptz '2015-01-01' + n * interval '1 minute', 'registration', 'Agency registered' from generate_series(1, {agencies}) n;
insert into place (gss, name, population) values ('E10009999', 'Northmoor', 430000) on conflict do nothing;
insert into agency (code) select 'bench-' || lpad(n::text, 2, '0') from generate_series(1, {agencies}) n;
insert into registration (agency, name, kind, aliases, place, registered_by, since)
select id, 'Bench Agency ' || id, 'council', array[]::text[], 'E10009999', 'bench', id from agency;
insert into service_line (agency, code)
select a.id, 'S' || lpad(n::text, 3, '0') from agency a, generate_series(1, {services} / {agencies}) n order by 1, 2;
insert into service_function (service, name, function, evidence, since)
select id, 'Service ' || code, (array['10.2','10.1','09.5','04.5','05.1','07.3','03.1','08.1','unmapped','01.3'])[1 + id % 10], 'bench', agency
from service_line;

-- Three spellings of every agency's name, and one name in twenty-five that is another spelling of its neighbour.
insert into payee_name (printed, normalised, redacted)
select case when n <= {agencies} * 3
            then 'Bench Agency ' || (1 + n % {agencies}) || (array['', ' (DD ONLY)', ' LTD'])[1 + (n - 1) / {agencies}]
            when n % 25 = 0 then upper('Payee ' || md5((n - 1)::text)) else 'Payee ' || md5(n::text) || ' Ltd' end,
       case when n <= {agencies} * 3 then 'bench agency ' || (1 + n % {agencies})
            when n % 25 = 0 then 'payee ' || md5((n - 1)::text) else 'payee ' || md5(n::text) end,
       n % 997 = 0
from generate_series(1, {payees}) n order by n;
insert into payee_resolution (payee, agency, evidence, since)
select n, 1 + n % {agencies}, 'bench', 1 + n % {agencies} from generate_series(1, {agencies} * 3) n;

-- A delivery of every agency for so many months of every year; one in forty is restated.
insert into feed (code, agency, kind, policy, updated_at, registered_at)
select code || '-payments', code, 'payments', 'accept-good-rows', timestamptz '2015-01-01', timestamptz '2015-01-01' from agency;
create unlogged table bench_plan as
select row_number() over (order by year, month, agency, again) as number, year, month, agency, again,
       make_date(year, 4, 1) + make_interval(months => month) as begins
from generate_series(2015, 2014 + {years}) year, generate_series(1, {agencies}) agency, generate_series(0, 9) month,
     generate_series(0, 1) again
where again = 0 or (agency * 7 + month * 3 + year) % 40 = 0;
insert into revision (made_at, kind, note)
select timestamptz '2015-02-01' + number * interval '1 hour', 'delivery', 'Delivery posted' from bench_plan order by number;
insert into delivery (id, feed, agency, status, name, bytes, sha256, received_at, accepted_rows, accepted_pence)
select md5('delivery ' || p.number)::uuid, a.code || '-payments', a.code, 'published', 'bench.csv', 1, md5('delivery ' || p.number),
       timestamptz '2015-02-01', {a_delivery}, 0
from bench_plan p join agency a on a.id = p.agency;
insert into posted_delivery (delivery, feed, agency, phase, covers_from, covers_to, lines, pence, since, until, ended_by)
select md5('delivery ' || p.number)::uuid, a.code || '-payments', a.id, 'payment', p.begins, p.begins + interval '1 month - 1 day',
       {a_delivery}, 0, {agencies} + p.number, {agencies} + later.number, case when later.number is not null then 'superseded' end
from bench_plan p join agency a on a.id = p.agency
left join bench_plan later on p.again = 0 and later.again = 1
    and (later.year, later.agency, later.month) = (p.year, p.agency, p.month)
order by p.number;
insert into posted_coverage (delivery, agency, covers_from, covers_to)
select number, agency, covers_from, covers_to from posted_delivery;

insert into ledger_line (year, delivery, row, paid_on, pence, payee, service, capital, card, purpose, category, reference)
select p.year, p.number, row, p.begins::date + (chance & 27)::integer, 100 + (chance >> 5 & 4194303),
       case when chance & 1 = 0 then 1 + ((chance >> 8 & 1048575) * {payees}) >> 20
            else 1 + floor({payees} * power((chance >> 8 & 1048575) / 1048576.0::float8, 3))::integer end,
       (p.agency - 1) * ({services} / {agencies}) + 1 + (chance >> 30 & 1023) % ({services} / {agencies}),
       case chance & 15 when 3 then true when 7 then null else false end, false, 'Purpose ' || (chance & 255),
       'Category ' || (chance & 63), 'TX' || row
from bench_plan p, generate_series(1, {a_delivery}) row,
     lateral (select hashint8extended(p.number * 1000000 + row, {seed}) & 9223372036854775807 as chance) hashed;

insert into payee_total (year, phase, agency, delivery, service, month, capital, payee, pence, lines, since, until)
select l.year, d.phase, s.agency, l.delivery, l.service, date_trunc('month', l.paid_on)::date, l.capital, l.payee,
       sum(l.pence)::bigint, count(*)::integer, d.since, d.until
from ledger_line l join posted_delivery d on d.number = l.delivery join service_line s on s.id = l.service
group by l.year, d.phase, s.agency, l.delivery, l.service, date_trunc('month', l.paid_on), l.capital, l.payee, d.since, d.until;
insert into ledger_total (year, phase, agency, delivery, service, function, month, capital, payee_agency, pence, lines, since, until)
select p.year, p.phase, p.agency, p.delivery, p.service, f.function, p.month, p.capital, r.agency, sum(p.pence)::bigint,
       sum(p.lines)::integer, p.since, p.until
from payee_total p
join service_function f on f.service = p.service
left join payee_resolution r on r.payee = p.payee
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, p.since, p.until;
drop table bench_plan;
