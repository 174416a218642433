-- A name can mean an official body that is no agency of the place, or, by a steward's word, no public body at all.
alter table payee_resolution alter column agency drop not null;
alter table payee_resolution add column body text;
alter table payee_resolution add check (agency is null or body is null);
comment on column payee_resolution.body is 'first code of an official body; without an agency and a body the name means neither';

alter table payee_name add column looks_public boolean not null default false;
comment on column payee_name.looks_public is 'the words are such as public bodies have: worth a steward''s look while it is unresolved';
update payee_name set looks_public = true
where not redacted and normalised ~ '\y(council|nhs|constabulary|police|borough|ministry|commissioner|authority|integrated care board)\y';

-- What stewards have decided about a name; it outlives every new reading of the names.
create table payee_decision (
    normalised text     not null,
    agency     smallint references agency,
    body       text,
    reason     text     not null,
    decided_by text     not null,
    since      integer  not null references revision,
    until      integer  references revision,
    primary key (normalised, since),
    check (agency is null or body is null)
);
create unique index payee_decision_in_force on payee_decision (normalised) where until is null;
