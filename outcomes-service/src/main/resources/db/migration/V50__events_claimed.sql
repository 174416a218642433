-- What events a delivery of a feed's own topic brings. They are taken in the transaction that publishes it, so that of two deliveries with
-- one event only the first counts: a consumer that was stopped and comes back cannot bring an old event after its correction.
create table event_offered (
    delivery   uuid        not null,
    feed       text        not null,
    event      bytea       not null,
    offered_at timestamptz not null,
    primary key (delivery, event)
);
create index event_offered_when on event_offered (offered_at);
comment on column event_offered.event is 'SHA-256 of the event''s source and id';
