-- Events that come by HTTP count once too; whoever sends one again is given the report of the delivery that took it.
alter table event_taken add delivery uuid;
comment on column event_taken.delivery is 'which took it; null for those that came by a feed''s own topic before this was kept';
