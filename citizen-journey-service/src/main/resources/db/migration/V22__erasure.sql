-- Persons whose records were erased, with the steward's reason; neither name nor reference.
create table erasure (
    id        bigint generated always as identity primary key,
    person    uuid        not null,
    subjects  integer     not null,
    reason    text        not null,
    erased_by text        not null,
    erased_at timestamptz not null
);

-- Pseudonyms that are nobody's for good: what an agency delivers of them again is not kept.
create table erased_subject (
    subject uuid   primary key,
    erasure bigint not null
);
