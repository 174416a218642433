create table feed (
    code            text primary key,
    agency          text        not null,
    kind            text        not null,
    policy          text        not null,
    schedule        text,
    pull_url        text,
    mapping         jsonb       not null default '{}',
    mapping_by_hand boolean     not null default false,
    date_order      text,
    updated_at      timestamptz not null
);

create table delivery (
    id             uuid primary key,
    sequence       bigint      not null generated always as identity unique,
    feed           text        not null references feed,
    agency         text        not null,
    status         text        not null,
    name           text        not null,
    bytes          bigint      not null,
    sha256         text        not null,
    period_from    date,
    period_to      date,
    declared_rows  bigint,
    declared_pence bigint,
    accepted_rows  bigint,
    accepted_pence bigint,
    report         jsonb,
    received_at    timestamptz not null,
    ended_at       timestamptz,
    superseded_by  uuid references delivery
);

-- The same bytes count once: as long as they count, or may still come to count.
create unique index delivery_same_bytes on delivery (feed, sha256)
    where status in ('received', 'reading', 'needs-confirmation', 'confirmed', 'published');
create index delivery_pending on delivery (feed, sequence) where status in ('received', 'reading', 'confirmed');
create index delivery_of_feed on delivery (feed, sequence desc);

create table refused_row (
    delivery uuid    not null references delivery on delete cascade,
    row      bigint  not null,
    cells    text[]  not null,
    reasons  text    not null
);
create index refused_row_of_delivery on refused_row (delivery, row);

create table idempotency_key (
    key        text        not null,
    feed       text        not null,
    sha256     text,
    delivery   uuid,
    created_at timestamptz not null,
    primary key (feed, key)
);
