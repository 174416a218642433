-- A person is not told that somebody worried about them, by a version that grows and shows nothing new either.
alter table person_view add own_version bigint, add own_changed_at timestamptz;
update person_view set own_version = version, own_changed_at = changed_at;
alter table person_view alter own_version set not null, alter own_changed_at set not null;
comment on column person_view.own_version is 'grows with every change that the person sees';
comment on column person_view.version is
    'grows with every change; begins with the milliseconds of its moment, so that a view that is made anew is newer than the one that went';
