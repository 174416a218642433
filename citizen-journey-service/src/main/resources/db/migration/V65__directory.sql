-- Directories of services that the place takes in, each kept by somebody else.
create table directory_source (
    source           text        primary key,
    name             text        not null,
    url              text,
    stale_after_days integer,
    author           text        not null,
    set_at           timestamptz not null,
    fetched_at       timestamptz,
    trouble          text
);

comment on column directory_source.url is 'where its services are fetched from, below which /services is; null where only files are sent';
comment on column directory_source.stale_after_days is 'days after which information counts as stale; null for the setting of the service';

comment on column directory_source.fetched_at is 'when somebody last began to fetch it; the next fetch rests from then';
comment on column directory_source.trouble is 'why it could not be fetched; null when it could';

-- Services as their directories tell them, the latest of each. What a whole import no longer names stays, with the moment.
create table directory_service (
    id            uuid        primary key,
    source        text        not null references directory_source,
    service       text        not null,
    document      jsonb       not null,
    thin          boolean     not null,
    name          text        not null,
    status        text        not null,
    organization  text,
    words         tsvector    not null,
    accessibility tsvector    not null,
    languages     text[]      not null,
    terms         text[]      not null,
    minimum_age   numeric,
    maximum_age   numeric,
    assured       date,
    modified      timestamptz,
    listed_at     timestamptz not null,
    changed_at    timestamptz not null,
    unlisted_at   timestamptz,
    unique (source, service)
);
create index directory_service_words on directory_service using gin (words);
create index directory_service_terms on directory_service using gin (terms);
create index directory_service_languages on directory_service using gin (languages);

comment on column directory_service.id is 'the public one: the directory''s own where it is a UUID that no other directory uses, else made of both';
comment on column directory_service.service is 'the id that the directory has for it';
comment on column directory_service.thin is 'whether it came from a list, without places, times and terms';

create table directory_place (
    service   uuid not null references directory_service,
    district  text,
    latitude  double precision,
    longitude double precision
);
create index directory_place_of_service on directory_place (service);
create index directory_place_district on directory_place (district);
create index directory_place_point on directory_place (latitude, longitude);

create table directory_opening (
    service    uuid     not null references directory_service,
    weekday    smallint not null,
    opens      smallint,
    closes     smallint,
    from_day   date,
    until_day  date
);
create index directory_opening_of_service on directory_opening (service);
create index directory_opening_weekday on directory_opening (weekday, opens);

comment on column directory_opening.opens is 'minutes after midnight; null where only the day is known';

create table directory_term (
    source      text not null references directory_source,
    term        text not null,
    name        text not null,
    description text,
    parent      text,
    taxonomy    text,
    uri         text,
    primary key (source, term)
);
create index directory_term_parent on directory_term (parent);

-- What came of each import, told to who keeps the directory.
create table directory_import (
    id          uuid        primary key,
    source      text        not null references directory_source,
    imported_at timestamptz not null,
    author      text        not null,
    report      jsonb       not null
);
create index directory_import_of_source on directory_import (source, imported_at desc);

-- What a stage of a journey map offers, as a steward put it together; versions are only added.
create table stage_offer (
    map     text        not null,
    stage   text        not null,
    version integer     not null,
    offers  jsonb       not null,
    author  text        not null,
    set_at  timestamptz not null,
    primary key (map, stage, version)
);
