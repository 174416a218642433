-- From when on a feed owes anything.
alter table feed add column registered_at timestamptz;
update feed set registered_at = updated_at;
alter table feed alter column registered_at set not null;

-- Coverage is asked of what counts, whole history.
create index delivery_counting on delivery (feed) where status = 'published';
