-- Places beside the one that the service is configured for: a steward says which bodies each is made up of.
create table place_definition (
    code       text    not null,
    gss        text    not null,
    name       text    not null,
    population bigint  not null check (population > 0),
    defined_by text    not null,
    since      integer not null references revision,
    until      integer references revision,
    primary key (code, since)
);
create unique index place_definition_in_force on place_definition (code) where until is null;

create table place_member (
    place  text     not null,
    agency smallint not null references agency,
    since  integer  not null references revision,
    until  integer  references revision,
    primary key (place, agency, since)
);
create unique index place_member_in_force on place_member (place, agency) where until is null;

-- A body that is registered as an agency later gives its lines to that agency, from then on.
alter table posted_coverage add column since integer not null default 0;
alter table posted_coverage add column until integer;
