-- A name for a moment of the ledger: the last revision when it was given. It is never moved or taken back, so that whoever pinned a figure
-- to it finds the same figure.
create table ledger_version (
    name     text        primary key,
    revision integer     not null references revision,
    note     text        not null,
    named_by text        not null,
    named_at timestamptz not null
);
create index ledger_version_of_revision on ledger_version (revision);
create function ledger_versions_stay() returns trigger language plpgsql as $$
begin
    raise exception 'Versions are never changed or taken back: figures are pinned to them';
end
$$;
create trigger ledger_versions_stay before update or delete or truncate on ledger_version
    for each statement execute function ledger_versions_stay();
