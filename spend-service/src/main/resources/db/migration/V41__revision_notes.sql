-- What a revision changed is read from the totals that it began and ended.
create index ledger_total_since on ledger_total (since);
create index ledger_total_until on ledger_total (until) where until is not null;

-- What a service line is called is a matter of its moment, as its function is.
alter table service_function add column name text;
update service_function f set name = s.name from service_line s where s.id = f.service;
alter table service_line drop column name;
