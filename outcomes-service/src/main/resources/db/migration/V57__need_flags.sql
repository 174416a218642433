-- A resident's word that somebody may need help. What it tells is here and nowhere else: on no topic, in no log. When it
-- ends, all that could tell of somebody goes, and what is left is counted.
create table need_flag (
    id         uuid primary key,
    code       bytea       not null unique,
    kind       text        not null check (kind in ('cold-home', 'confusion', 'distress', 'neglect', 'other')),
    stage      text        not null check (stage in ('raised', 'taken-up', 'helped', 'dismissed', 'expired')),
    raised_on  date        not null,
    expires_on date        not null,
    ended_on   date,
    words      text,
    found_at   text,
    agency     text,
    subject    uuid,
    check ((stage in ('raised', 'taken-up')) = (ended_on is null)),
    check (ended_on is null or (words is null and found_at is null and subject is null)),
    check (subject is null or stage = 'taken-up')
);
comment on column need_flag.code is 'keyed hash of the code by which whoever raised it hears what became of it';
comment on column need_flag.found_at is 'where somebody may be found';
comment on column need_flag.subject is 'whom it is about, once safeguarding staff said so; until then it touches nobody''s view';
create index need_flag_open on need_flag (expires_on, id) where ended_on is null;
create index need_flag_of_subject on need_flag (subject) where subject is not null;
