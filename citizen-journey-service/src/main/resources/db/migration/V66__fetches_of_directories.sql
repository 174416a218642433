-- Whoever fetches a directory is the only one until it ends, or until this moment has passed.
alter table directory_source add column fetching_until timestamptz;

comment on column directory_source.fetching_until is 'until when somebody may be fetching it; null when nobody is';
