-- Two who look at the same flag shall not undo each other's step unseen.
alter table need_flag add column version integer not null default 1;
comment on column need_flag.version is 'counts the steps; a step says which it saw';
create index need_flag_by_day on need_flag (raised_on, id) where ended_on is null;
