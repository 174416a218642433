-- The count is read from this index alone, and the months that an agency has lines in are looked up in it.
create index ledger_total_counted on ledger_total (year, phase, agency, month)
    include (function, capital, payee_agency, pence, lines, since, until);

-- Whether a delivery has money of a year, without reading its money of other years.
drop index ledger_total_of_delivery;
create index ledger_total_of_delivery on ledger_total (delivery, year);

-- The last change of a year's money.
create index ledger_total_since_of_year on ledger_total (year, phase, since);
create index ledger_total_until_of_year on ledger_total (year, phase, until) where until is not null;

-- Few transfers are declared ones, and the count asks for those alone.
create index transfer_line_declared on transfer_line (year, phase) where declared is not null;
