-- Every change of a figure, in order. What is in force has since <= revision < until; until is null while it lasts. One transaction at a time
-- makes a revision, so that a lower id is always committed first and any past moment can be asked.
create table revision (
    id      integer generated always as identity primary key,
    made_at timestamptz not null default 'infinity',
    kind    text        not null,
    note    text        not null
);
create index revision_made on revision (made_at);
comment on column revision.made_at is 'infinity until the transaction is about to commit';

create table place (
    gss        text   primary key,
    name       text   not null,
    population bigint not null check (population > 0)
);

create table agency (
    id   smallint generated always as identity primary key,
    code text not null unique
);

create table registration (
    agency            smallint not null references agency,
    name              text     not null,
    kind              text     not null,
    aliases           text[]   not null,
    place             text     not null references place,
    share_numerator   bigint,
    share_denominator bigint,
    share_driver      text,
    share_source      text,
    share_year        text,
    registered_by     text     not null,
    since             integer  not null references revision,
    until             integer  references revision,
    primary key (agency, since),
    check (share_numerator is null or share_numerator between 0 and share_denominator),
    check ((share_numerator is null) = (share_denominator is null))
);
create unique index registration_in_force on registration (agency) where until is null;
