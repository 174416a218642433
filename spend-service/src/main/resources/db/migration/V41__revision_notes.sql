-- What a revision changed is read from the totals that it began and ended.
create index ledger_total_since on ledger_total (since);
create index ledger_total_until on ledger_total (until) where until is not null;
