-- Beside this index the one by service was no longer chosen where totals are announced: minutes in place of seconds.
drop index ledger_total_counted;
