-- Every fetching of a feed's file, asked for by somebody or by the feed's schedule. Its id is also that of the delivery that it brings.
create table pull (
    id            uuid        primary key,
    feed          text        not null references feed,
    agency        text        not null,
    url           text        not null,
    asked_by      text        not null check (asked_by in ('schedule', 'request')),
    status        text        not null check (status in ('waiting', 'fetching', 'not-modified', 'handed-in', 'failed')),
    attempts      integer     not null default 0,
    asked_at      timestamptz not null,
    tried_at      timestamptz,
    next_try      timestamptz,
    claimed_until timestamptz,
    why           text,
    delivery      uuid        references delivery,
    check ((next_try is null) = (status in ('not-modified', 'handed-in', 'failed')))
);
comment on column pull.claimed_until is 'while it is fetched; past it, whoever fetched has crashed and another may';
create unique index pull_under_way on pull (feed) where status in ('waiting', 'fetching');
create index pull_to_try on pull (next_try) where status in ('waiting', 'fetching');
create index pull_of_feed on pull (feed, asked_at desc);

-- When the schedule has a feed's address looked at again; no row yet: at once.
create table pull_schedule (
    feed      text        primary key references feed,
    next_look timestamptz not null
);
