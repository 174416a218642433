-- What a person set themselves, in their own words; kept with the subject that told it, so it moves with it.
create table goal (
    id         uuid primary key,
    subject    uuid        not null,
    agency     text        not null,
    words      text        not null,
    set_by     text        not null check (set_by in ('person', 'with-person')),
    set_on     date        not null,
    ended_on   date,
    ending     text check (ending in ('reached', 'changed', 'given-up')),
    created_at timestamptz not null
);
create index goal_of_subject on goal (subject);

create table goal_reading (
    goal       uuid        not null references goal on delete cascade,
    read_on    date        not null,
    value      bigint      not null,
    told_at    timestamptz not null,
    primary key (goal, read_on)
);
comment on column goal_reading.value is 'the person''s own reading, 0 to 10, in thousandths';

-- What an agency claims to have bettered. The verdict is not kept: it is what the observations say.
create table claim (
    agency           text        not null,
    claim            text        not null,
    subject          uuid        not null,
    measure          text        not null,
    need_on          date        not null,
    need_evidence    text        not null,
    threshold        bigint      not null,
    sustained_days   integer     not null,
    evidence_source  text        not null,
    withdrawn_reason text,
    made_at          timestamptz not null,
    primary key (agency, claim)
);
comment on column claim.claim is 'the agency''s own id of it';
create index claim_of_subject on claim (subject);

-- Subjects that were erased, so that a replay of the log brings nothing back.
create table erased_subject (
    subject uuid primary key,
    up_to   bigint not null
);
comment on column erased_subject.up_to is 'observations up to this version are not taken any more';
