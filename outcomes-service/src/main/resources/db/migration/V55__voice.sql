-- What people suggest. Its life is what its events tell; the columns beside follow from them, for finding and sorting.
create table suggestion (
    number   bigint generated always as identity primary key,
    code     bytea  not null unique,
    kind     text   not null check (kind in ('service', 'journey', 'place')),
    stage    text   not null,
    agency   text,
    next_due date
);
comment on column suggestion.code is 'keyed hash of the code by which its suggester follows it; the code itself is kept nowhere';
comment on column suggestion.next_due is 'by when somebody owes the next step; null when nobody does';
create index suggestion_by_due on suggestion (coalesce(next_due, 'infinity'), number);
create index suggestion_of_agency on suggestion (agency, number);

-- Only ever added to. Nothing here is in the suggester's own words, so it can stay for good.
create table suggestion_event (
    suggestion  bigint      not null references suggestion,
    seq         integer     not null,
    happened_on date        not null,
    entered_at  timestamptz not null,
    entered_by  text        not null,
    body        jsonb       not null,
    primary key (suggestion, seq)
);
comment on column suggestion_event.entered_by is 'suggester, steward, staff or an agency''s code; never a person''s name';

-- What the suggester wrote, as they wrote it: for the moderator and for who decides.
create table suggestion_words (
    suggestion bigint  not null references suggestion,
    seq        integer not null,
    about      text,
    words      text    not null,
    primary key (suggestion, seq)
);

do $$
declare
    service text := current_database() || '_app';
begin
    execute format('revoke update, delete, truncate on suggestion_event from %I', service);
end
$$;
