-- What agencies hold about a subject: the only table of the platform with names, dates of birth and addresses.
create table identity_record (
    subject       uuid primary key,
    agency        text      not null,
    given_name    text,
    family_name   text,
    date_of_birth date,
    sex           text,
    postcode      text,
    address       text,
    nhs_number    text,
    uprn          text,
    updated_at    timestamp not null,
    delivery      bigint    not null,
    row           bigint    not null
);

comment on column identity_record.subject is 'keyed pseudonym; the clear reference is not stored anywhere';
comment on column identity_record.updated_at is
    'of the agency, United Kingdom time; when it says none, when the delivery was read';
comment on column identity_record.delivery is 'sequence of the delivery that said it; with row it breaks ties of updated_at';

-- Whom a newly arrived record may be: the quick step of linking looks only among these.
create index identity_record_nhs_number on identity_record ((regexp_replace(nhs_number, '\D', '', 'g')));
create index identity_record_date_of_birth on identity_record (date_of_birth);
create index identity_record_names on identity_record (lower(family_name), lower(given_name));
create index identity_record_postcode on identity_record ((upper(replace(postcode, ' ', ''))));
create index identity_record_uprn on identity_record (uprn);

-- Subjects whose record or decisions changed and that linking has yet to look at.
create sequence linking_stamp;
create table linking_due (
    subject uuid primary key,
    stamp   bigint  not null default nextval('linking_stamp'),
    placed  boolean not null default false
);

comment on column linking_due.stamp is 'new with every change, so that a run removes only what it has seen';
comment on column linking_due.placed is 'the quick step is done; the full run is to come';

create table linkage_model (
    version    text primary key,
    model      text        not null,
    records    bigint      not null,
    in_force   timestamptz not null
);

create table link_decision (
    id         bigint generated always as identity primary key,
    subject_a  uuid        not null,
    subject_b  uuid        not null,
    decision   text        not null check (decision in ('join', 'keep-apart')),
    reason     text        not null,
    decided_by text        not null,
    decided_at timestamptz not null,
    check (subject_a < subject_b)
);
create index link_decision_of_pair on link_decision (subject_a, subject_b, id desc);

comment on table link_decision is 'append-only; the latest of a pair counts';

create table person (
    person  uuid primary key,
    founded bigint generated always as identity
);

comment on column person.founded is 'the order in which persons came to be: a join keeps the older id';

create table person_subject (
    subject         uuid primary key,
    agency          text    not null,
    person          uuid    not null,
    version         bigint  not null,
    needs_attention boolean not null
);
create index person_subject_of_person on person_subject (person);

-- Persons whose set of subjects changed; whoever derives from persons recomputes them and removes the row.
create table touched_person (
    person     uuid primary key,
    touched_at timestamptz not null
);

create table person_link (
    subject_a   uuid             not null,
    subject_b   uuid             not null,
    weight      double precision not null,
    probability double precision not null,
    verdict     text             not null check (verdict in ('join', 'attention', 'apart')),
    model       text             not null,
    evidence    jsonb            not null,
    reason      text             not null,
    primary key (subject_a, subject_b),
    check (subject_a < subject_b)
);
create index person_link_of_second on person_link (subject_b);
create index person_link_doubtful on person_link (probability desc, subject_a, subject_b) where verdict = 'attention';

comment on column person_link.evidence is 'prior, adjustment and the level and weight of each comparison; no personal data';
