-- Consultations: what is asked of whom from when to when, by whom it is answered, and what people say in return.
create table engagement (
    code     text        primary key,
    opens    date        not null,
    closes   date        not null,
    document jsonb       not null,
    set_by   text        not null,
    set_at   timestamptz not null
);
comment on column engagement.document is 'title, questions with their answers, audience, who answers, channels, population';

-- What somebody answered: which of the answers to each question, and where and of which age they are if they said so. No
-- words, and nobody's name.
create table engagement_response (
    id          bigint generated always as identity primary key,
    engagement  text       not null references engagement,
    channel     text       not null check (channel in ('online', 'print', 'meeting')),
    received_on date       not null,
    area        text,
    age_band    text,
    answers     smallint[] not null
);
create index engagement_response_of on engagement_response (engagement);
comment on column engagement_response.answers is 'place of the answer to each question, from 1; 0 where there is none';

-- What came of it, told to everybody; only ever added to.
create table engagement_result (
    engagement text        not null references engagement,
    seq        integer     not null,
    told_on    date        not null,
    words      text        not null,
    suggestion bigint      references suggestion,
    journey    text,
    entered_by text        not null,
    entered_at timestamptz not null,
    primary key (engagement, seq)
);

do $$
declare
    service text := current_database() || '_app';
begin
    execute format('revoke update, delete, truncate on engagement_result from %I', service);
    execute format('revoke update, delete, truncate on engagement_response from %I', service);
end
$$;
