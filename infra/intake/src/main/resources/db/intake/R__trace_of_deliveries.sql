-- With which request a delivery came, as a traceparent header; null where it was fetched.
alter table delivery add column if not exists trace text;
