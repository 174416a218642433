-- Who looked at whose data, why, and what they were shown.
create table usage_record (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    organisation text,
    caller       text        not null,
    role         text        not null,
    purpose      text        not null,
    what         text        not null,
    person_id    uuid,
    trace_id     text        not null,
    success      boolean     not null
);

create index usage_of_a_person on usage_record (person_id, id desc);

comment on column usage_record.what is 'the path asked, as a template without identifiers';
comment on column usage_record.person_id is 'null for lists that name no single person';

-- Records are added, never changed: not even by the service itself.
do $$
begin
    execute format('revoke update, delete, truncate on usage_record from %I', current_database() || '_app');
end
$$;
