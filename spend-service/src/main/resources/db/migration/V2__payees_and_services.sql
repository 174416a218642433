create table payee_name (
    id         integer generated always as identity primary key,
    printed    text    not null unique,
    normalised text    not null,
    redacted   boolean not null
);
create index payee_name_normalised on payee_name (normalised);

-- Which agency a printed name means; names of bodies that are not registered have no row.
create table payee_resolution (
    payee    integer  not null references payee_name,
    agency   smallint not null references agency,
    evidence text     not null,
    since    integer  not null references revision,
    until    integer  references revision,
    primary key (payee, since)
);
create unique index payee_resolution_in_force on payee_resolution (payee) where until is null;

create table service_line (
    id     integer generated always as identity primary key,
    agency smallint not null references agency,
    code   text     not null,
    name   text,
    unique (agency, code)
);

-- The COFOG function of a service line, or 'unmapped'.
create table service_function (
    service  integer not null references service_line,
    function text    not null,
    evidence text    not null,
    since    integer not null references revision,
    until    integer references revision,
    primary key (service, since)
);
create unique index service_function_in_force on service_function (service) where until is null;
