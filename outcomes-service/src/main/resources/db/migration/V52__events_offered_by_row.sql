-- Which row of its delivery an event is: one that is refused is never taken, so that its dead letter is written however often the batch is
-- tried. What was offered before is offered again by whoever waits for its delivery.
delete from event_offered;
alter table event_offered add column row bigint not null;
comment on column event_offered.row is 'from 1 on';
