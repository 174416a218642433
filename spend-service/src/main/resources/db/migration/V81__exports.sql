-- Tables of lines that are written while their reader does something else. A worker holds the row of its export as long as it writes; how
-- far it is stands apart, so that it can be read meanwhile.
create table export (
    id         uuid        primary key,
    asked_by   text        not null,
    question   jsonb       not null,
    revision   integer     not null,
    counted    bigint      not null,
    status     text        not null check (status in ('waiting', 'ready', 'failed', 'expired')),
    bytes      bigint,
    asked_at   timestamptz not null,
    expires_at timestamptz not null
);
create index export_waiting on export (asked_at) where status = 'waiting';
create index export_of_asker on export (asked_by, expires_at);
create index export_expiring on export (expires_at) where status in ('waiting', 'ready', 'failed');
comment on column export.question is 'the parameters of /lines, with the moment and what the asker may see';

create table export_progress (
    export  uuid   primary key references export,
    written bigint not null
);
