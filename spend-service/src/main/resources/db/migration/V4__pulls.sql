-- What a feed's address said last, so that the next pull asks only for what is new.
create table pulled (
    feed          text primary key references feed,
    url           text        not null,
    etag          text,
    last_modified text,
    delivery      uuid        not null references delivery,
    pulled_at     timestamptz not null
);
