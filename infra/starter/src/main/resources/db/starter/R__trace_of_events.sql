-- For which request an event is told, as a traceparent header; null where for none.
alter table outbox add column if not exists trace text;
