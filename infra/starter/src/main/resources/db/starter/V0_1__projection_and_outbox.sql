-- How far each projection has got, stored in the transaction of what it wrote.
create table projection_offset (
    projection  text    not null,
    topic       text    not null,
    partition   integer not null,
    next_offset bigint  not null,
    primary key (projection, topic, partition)
);

-- Events that a change must tell of, written in the transaction of the change.
create table outbox (
    id      bigint generated always as identity primary key,
    topic   text  not null,
    key     bytea not null,
    payload bytea
);

comment on column outbox.payload is 'null is a tombstone: the key is no more';
