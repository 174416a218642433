-- Linkage models that somebody asked for: trained, compared with the one in force, judged, and perhaps released.
create table model_proposal (
    proposal    bigint generated always as identity primary key,
    seed        bigint      not null,
    asked_by    text        not null,
    asked_at    timestamptz not null,
    version     text,
    model       text,
    records     bigint,
    assessment  jsonb,
    assessed_at timestamptz,
    released_by text,
    released_at timestamptz,
    reason      text,
    check ((assessed_at is null) = (assessment is null)),
    check (released_at is null or assessed_at is not null)
);

-- Who certain subjects truly are, from a sample that people checked: what models are judged by.
create table labelled_subject (
    subject     uuid primary key,
    person      text not null,
    name_origin text not null
);

comment on column labelled_subject.person is 'any word that the subjects of one person share; means nothing outside';
