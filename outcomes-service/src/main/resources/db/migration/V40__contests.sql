-- What a person says is not so, about one named fact, and what the agency that sent it answers.
create table contest (
    id           uuid primary key,
    told_by      uuid        not null,
    subject      uuid        not null,
    agency       text        not null,
    kind         text        not null check (kind in ('contact', 'outcome', 'cost', 'link')),
    record_id    text,
    measure      text,
    fact_on      date,
    year         text,
    words        text        not null,
    state        text        not null check (state in ('open', 'extended', 'answered', 'withdrawn')),
    told_at      timestamptz not null,
    due_on       date        not null,
    extended_why text,
    decision     text check (decision in ('corrected', 'partly-corrected', 'kept')),
    answer       text,
    ended_at     timestamptz,
    check ((state = 'answered') = (decision is not null and answer is not null)),
    check ((state in ('answered', 'withdrawn')) = (ended_at is not null))
);
comment on column contest.told_by is 'the record by which the person was known when telling it; the contest stays with whoever has it';
comment on column contest.subject is 'the agency''s record that the fact is of';
comment on column contest.agency is 'the agency that sent the fact';
comment on column contest.due_on is 'the day by which the agency answers';
create index contest_of_agency on contest (agency, told_at);
create index contest_told_by on contest (told_by);
create index contest_of_subject on contest (subject);
-- A fact is contested once at a time.
create unique index contest_once on contest (
    told_by, agency, kind, coalesce(record_id, ''), coalesce(measure, ''), coalesce(fact_on, '-infinity'), coalesce(year, ''))
    where state in ('open', 'extended');
