-- Proposals to invest now and save later. Versions are only added, so that what was promised can be read when the outturn is in.
create table proposal (
    code     text        not null,
    version  integer     not null,
    document jsonb       not null,
    set_by   text        not null,
    set_at   timestamptz not null,
    primary key (code, version)
);

-- What an agency truly paid and saved in a year, as somebody found it out; the latest counts.
create table proposal_outturn (
    code       text        not null,
    agency     text        not null,
    year       integer     not null,
    paid       bigint      not null,
    saved      bigint      not null,
    source     text        not null,
    entered_by text        not null,
    entered_at timestamptz not null,
    primary key (code, agency, year)
);
comment on column proposal_outturn.paid is 'pence';

do $$
declare
    service text := current_database() || '_app';
begin
    execute format('revoke update, delete, truncate on proposal from %I', service);
end
$$;
