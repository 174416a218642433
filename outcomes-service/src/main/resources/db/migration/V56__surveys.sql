-- Questions that are asked again and again, of nobody in particular: only counts of answers are kept.
create table survey (
    code     text primary key,
    question text   not null,
    agency   text,
    service  text,
    answers  text[] not null,
    positive text[] not null
);
comment on column survey.answers is 'those that could be given, in their order; they stay as they are once a round was counted';

create table survey_round (
    survey  text     not null references survey,
    round   text     not null,
    from_on date     not null,
    to_on   date     not null,
    method  text     not null,
    invited bigint,
    counts  bigint[] not null,
    primary key (survey, round),
    check (from_on <= to_on)
);
comment on column survey_round.counts is 'how many gave each answer, in the order of the survey''s answers';

-- What somebody else published of the same question, as a share of 0 to 1.
create table survey_published (
    survey text    not null references survey,
    round  text    not null,
    area   text    not null,
    share  numeric not null check (share between 0 and 1),
    source text    not null,
    primary key (survey, round, area)
);
