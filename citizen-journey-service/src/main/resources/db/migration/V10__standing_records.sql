-- The quick step keeps all records in memory and takes in what changed; these indexes looked for neighbours before.
drop index identity_record_nhs_number;
drop index identity_record_date_of_birth;
drop index identity_record_names;
drop index identity_record_postcode;
drop index identity_record_uprn;

alter table identity_record add column changed_by xid8 not null default pg_current_xact_id();
create index identity_record_changed_by on identity_record (changed_by);

comment on column identity_record.changed_by is
    'the transaction that wrote the record: what changed since a snapshot is found by it, whatever order transactions end in';

-- Persons that were joined into others: who asks for the old id is sent on to whoever has the subject by then.
create table joined_person (
    person    uuid primary key,
    subject   uuid        not null,
    joined_at timestamptz not null
);
