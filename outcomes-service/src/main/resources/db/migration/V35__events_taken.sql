-- Which events came by a feed's own topic, so that a producer that sends one again, after a correction of it too, changes nothing.
create table event_taken (
    feed     text        not null,
    event    bytea       not null,
    taken_at timestamptz not null,
    primary key (feed, event)
);
create index event_taken_when on event_taken (taken_at);
comment on column event_taken.event is 'SHA-256 of the event''s source and id';
